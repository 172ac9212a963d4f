/// A document of HTML or XHTML as values: nodes in the order of the document, the root first.
///
/// Never deeper than ``ImportLimits/depthMax``, so that a walk may recurse.
struct MarkupTree {
  struct Node {
    /// Lower case, with its prefix: `ac:link`; empty for text.
    var name: String
    /// Of a text.
    var text: String
    var attributes: [String: String]
    var children: [Int]
    /// Line of the source, from 1.
    var line: Int

    var isText: Bool { name.isEmpty }
  }

  private(set) var nodes: [Node] = []
  /// How many elements stood deeper than the limit and gave their content to the one at the limit.
  var flattened = 0
  /// Where reading stopped before the end of the source; nil when all of it was read.
  var stoppedAtLine: Int?

  private var parents: [Int?] = []

  /// The element around a node; nil for the root.
  func parent(of index: Int) -> Int? { parents[index] }

  mutating func append(_ node: Node, to parent: Int?) -> Int {
    nodes.append(node)
    parents.append(parent)
    if let parent { nodes[parent].children.append(nodes.count - 1) }
    return nodes.count - 1
  }

  subscript(index: Int) -> Node { nodes[index] }

  /// All elements with a name, in order.
  func elements(named name: String) -> [Int] {
    nodes.indices.filter { nodes[$0].name == name }
  }

  /// The element with an identifier.
  func element(id: String) -> Int? {
    nodes.indices.first { nodes[$0].attributes["id"] == id }
  }

  /// The first element with a name among the children.
  func child(of index: Int, named name: String) -> Int? {
    nodes[index].children.first { nodes[$0].name == name }
  }

  /// The text of a node and all below it, as it stands.
  func text(of index: Int) -> String {
    var result = ""
    visit(index) { result += $0.text }
    return result
  }

  /// The words of a node and all below it, spaces joined.
  func words(of index: Int) -> String {
    text(of: index).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a test holds for a node or anything below it.
  func contains(_ index: Int, where test: (Node) -> Bool) -> Bool {
    var found = false
    visit(index) { found = found || test($0) }
    return found
  }

  /// The first node below that passes a test.
  func first(below index: Int, where test: (Node) -> Bool) -> Int? {
    var stack = Array(nodes[index].children.reversed())
    while let next = stack.popLast() {
      if test(nodes[next]) { return next }
      stack += nodes[next].children.reversed()
    }
    return nil
  }

  private func visit(_ index: Int, _ body: (Node) -> Void) {
    var stack = [index]
    while let next = stack.popLast() {
      body(nodes[next])
      stack += nodes[next].children.reversed()
    }
  }
}

extension MarkupTree.Node {
  /// The names of its classes.
  var classes: [Substring] { attributes["class"]?.split(whereSeparator: \.isWhitespace) ?? [] }

  func has(class name: String) -> Bool { classes.contains { $0 == name } }

  /// Whether one of its classes begins like this.
  func has(classPrefix prefix: String) -> Bool { classes.contains { $0.hasPrefix(prefix) } }
}
