import PlanModel
import TextCanvas

/// The letter that says who leads, wherever a colour says it too.
enum LeadSign {
  static func of(_ item: Item, _ language: Language) -> (text: String, role: Role) {
    guard let lead = item.lead else { return (language == .chinese ? "？" : "?", .unassigned) }
    if item.isJoint {
      return (lead.letter(language) + lead.other.letter(language), .joint)
    }
    return (lead.letter(language), role(of: lead))
  }

  /// What it takes at most in a list.
  static func width(_ language: Language) -> Int { language == .chinese ? 4 : 2 }

  static func role(of lead: Department) -> Role { lead == .marketing ? .marketing : .sales }
}
