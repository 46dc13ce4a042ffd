import Foundation
import GRDB

/// An edit's own number as the database keeps it.
struct Uid: DatabaseValueConvertible {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var databaseValue: DatabaseValue { Data(bytes).databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Uid? {
    Data.fromDatabaseValue(value).map { Uid([UInt8]($0)) }
  }
}
