/// The bytes of a file, piece by piece and from the beginning as often as they are asked for: an
/// import looks at a file several times and never holds it whole.
public struct ByteSource {
  /// The next bytes of one reading; nil at the end.
  public typealias Pieces = () throws -> [UInt8]?

  /// Begins anew. A file that has changed since the first reading must throw.
  public let open: () throws -> Pieces

  public init(open: @escaping () throws -> Pieces) { self.open = open }

  /// Bytes that are in memory already.
  public init(_ bytes: [UInt8], pieceSize: Int = 1 << 16) {
    open = {
      var index = 0
      return {
        guard index < bytes.count else { return nil }
        let end = min(index + max(1, pieceSize), bytes.count)
        defer { index = end }
        return Array(bytes[index..<end])
      }
    }
  }

  /// The same bytes, with a look whether to go on before each piece.
  ///
  /// - Parameter step: what it throws ends the reading.
  public func stopping(by step: @escaping () throws -> Void) -> ByteSource {
    let open = open
    return ByteSource {
      let next = try open()
      return {
        try step()
        return try next()
      }
    }
  }

  /// The first bytes, for telling what kind of file it is.
  public func beginning(_ count: Int = 4_096) throws -> [UInt8] {
    let next = try open()
    var bytes: [UInt8] = []
    while bytes.count < count, let piece = try next() { bytes += piece }
    return Array(bytes.prefix(count))
  }

  /// Everything at once.
  public func whole() throws -> [UInt8] {
    let next = try open()
    var bytes: [UInt8] = []
    while let piece = try next() { bytes += piece }
    return bytes
  }
}
