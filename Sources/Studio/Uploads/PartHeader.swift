import Foundation

/// The header of one part of a form (RFC 7578).
public struct PartHeader: Sendable, Equatable {
  /// The name of the form's field.
  public let name: String?
  /// The name that the client gave the file; nil if the part is no file. It is text for lists, never a path.
  public let fileName: String?

  /// Reads header lines, without their line ends.
  public init(lines: [String]) {
    let disposition = lines.first { $0.lowercased().hasPrefix("content-disposition:") } ?? ""
    let fields = Self.parameters(of: disposition)
    name = fields["name"]
    fileName = (fields["filename*"].flatMap(Self.decodeExtended) ?? fields["filename"]).map(Self.plainName)
  }

  /// The parameters behind the first semicolon; quoted ones may hold semicolons and escaped quotes.
  private static func parameters(of line: String) -> [String: String] {
    var fields: [String: String] = [:]
    var rest = Substring(line.drop { $0 != ";" })
    while rest.first == ";" {
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let key = rest.prefix { $0 != "=" && $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
      rest = rest.drop { $0 != "=" && $0 != ";" }
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      var value = ""
      if rest.first == "\"" {
        rest = rest.dropFirst()
        while let character = rest.popFirst(), character != "\"" {
          // Browsers escape a quote as %22, curl as \"; a backslash before anything else is itself.
          if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
            value.append(next)
            rest = rest.dropFirst()
          } else {
            value.append(character)
          }
        }
        rest = rest.drop { $0 != ";" }
      } else {
        value = rest.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
        rest = rest.drop { $0 != ";" }
      }
      fields[key] = value
    }
    return fields
  }

  /// `UTF-8''na%C3%AFve.mp4` (RFC 5987).
  private static func decodeExtended(_ value: String) -> String? {
    let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
    return String(parts[2]).removingPercentEncoding
  }

  /// The last path component without control characters, at most 200 characters; `file` for what names none.
  private static func plainName(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let visible = last.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    let clean = String(String(String.UnicodeScalarView(visible)).prefix(200)).trimmingCharacters(
      in: .whitespaces)
    return clean.allSatisfy { $0 == "." } ? "file" : clean
  }
}
