import PlanModel

/// A number made of what stands in a row (FNV-1a): equal rows have equal ones.
struct RowHash: Equatable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func take(_ text: String) {
    for byte in text.utf8 { take(byte) }
    // A byte that no text holds ends it, so that "a" and "bc" aren't "ab" and "c".
    take(0xFF)
  }

  mutating func take(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { take(byte) }
    take(0xFF)
  }

  private mutating func take(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

/// The marks by which rows of a file are known again: of equal rows each has its own, by its place
/// among them.
struct RowMarks {
  private var seen: [UInt64: Int] = [:]

  mutating func mark(_ hash: RowHash) -> Int64 {
    let place = seen[hash.value, default: 0]
    seen[hash.value] = place + 1
    var own = hash
    own.take("\(place)")
    return Int64(bitPattern: own.value)
  }
}
