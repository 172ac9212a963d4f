import CLibXML2

/// Reads HTML and XHTML with libxml2 and copies the tree out of it.
///
/// This file and `CharacterSets.swift` are the only ones that touch the library: its nodes are raw pointers, freed before the
/// functions return. No network, no external entities, no document types in XHTML; nesting is limited by the library (256).
enum MarkupParser {
  /// The tree of an HTML document or fragment, however broken; nil when there is nothing in it.
  static func html(_ text: String) -> MarkupTree? {
    guard let context = unsafe htmlNewParserCtxt() else { return nil }
    defer { unsafe htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    var bytes = Array(text.utf8)
    // The library takes a zero for the end.
    for index in bytes.indices where bytes[index] == 0 { bytes[index] = 32 }
    let document = unsafe bytes.withUnsafeBytes { buffer in
      unsafe htmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
        Int32(options))
    }
    guard let document = unsafe document else { return nil }
    defer { unsafe xmlFreeDoc(document) }
    var tree = unsafe copy(document)
    if unsafe context.pointee.disableSAX != 0 {
      tree?.stoppedAtLine = unsafe context.pointee.input.map { unsafe Int($0.pointee.line) } ?? 1
    }
    return tree
  }

  /// The tree of a well-formed piece of XHTML in which prefixes need no declaration; nil when it is not well formed.
  static func xhtml(fragment: String) -> MarkupTree? {
    guard let context = unsafe xmlNewParserCtxt() else { return nil }
    defer { unsafe xmlFreeParserCtxt(context) }
    let options = XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
    // On one line, so that the lines of the fragment keep their numbers.
    let text =
      "<body xmlns:ac='urn:ac' xmlns:ri='urn:ri' xmlns:at='urn:at'>"
      + XHTMLText.withoutEntities(fragment.filter { $0 != "\0" }) + "</body>"
    let bytes = Array(text.utf8)
    let document = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
        Int32(options))
    }
    guard let document = unsafe document else { return nil }
    defer { unsafe xmlFreeDoc(document) }
    return unsafe copy(document)
  }

  /// Copies without recursion: the depth of the source is not ours to trust.
  private static func copy(_ document: xmlDocPtr) -> MarkupTree? {
    guard let root = unsafe xmlDocGetRootElement(document) else { return nil }
    var tree = MarkupTree()
    var node: xmlNodePtr? = unsafe root
    // The copies of the elements that enclose the present node; beyond the limit the last one is repeated.
    var path: [Int] = []
    while let current = unsafe node {
      guard tree.nodes.count < ImportLimits.nodesMax else {
        tree.stoppedAtLine = unsafe Int(xmlGetLineNo(current))
        break
      }
      var isEntered = false
      if unsafe current.pointee.type == XML_ELEMENT_NODE {
        if path.count >= ImportLimits.depthMax, let last = path.last {
          tree.flattened += 1
          path.append(last)
        } else {
          path.append(tree.append(unsafe element(current), to: path.last))
        }
        isEntered = true
      } else if let parent = path.last, let text = unsafe text(current) {
        _ = tree.append(text, to: parent)
      }
      if isEntered, let child = unsafe current.pointee.children {
        unsafe node = child
        continue
      }
      if isEntered { path.removeLast() }
      unsafe node = after(current, &path)
    }
    return tree
  }

  /// The node that follows in the order of the document, outside of this one; leaves the elements that end before it.
  private static func after(_ node: xmlNodePtr, _ path: inout [Int]) -> xmlNodePtr? {
    var node = unsafe node
    while !path.isEmpty {
      if let next = unsafe node.pointee.next { return unsafe next }
      guard let parent = unsafe node.pointee.parent else { return nil }
      path.removeLast()
      unsafe node = parent
    }
    return nil
  }

  private static func element(_ node: xmlNodePtr) -> MarkupTree.Node {
    var attributes: [String: String] = [:]
    var next = unsafe node.pointee.properties
    while let attribute = unsafe next {
      let name = unsafe prefixed(attribute.pointee.name, attribute.pointee.ns)
      var value = ""
      var part = unsafe attribute.pointee.children
      while let piece = unsafe part {
        if let content = unsafe piece.pointee.content { value += unsafe String(cString: content) }
        unsafe part = piece.pointee.next
      }
      attributes[name] = value
      unsafe next = attribute.pointee.next
    }
    return MarkupTree.Node(
      name: unsafe prefixed(node.pointee.name, node.pointee.ns), text: "", attributes: attributes, children: [],
      line: unsafe Int(xmlGetLineNo(node)))
  }

  private static func prefixed(_ name: UnsafePointer<xmlChar>?, _ space: xmlNsPtr?) -> String {
    let local = unsafe name.map { unsafe String(cString: $0).lowercased() } ?? ""
    guard let prefix = unsafe space?.pointee.prefix else { return PrefixedNames.shown(local) }
    return unsafe String(cString: prefix).lowercased() + ":" + local
  }

  private static func text(_ node: xmlNodePtr) -> MarkupTree.Node? {
    let type = unsafe node.pointee.type
    guard type == XML_TEXT_NODE || type == XML_CDATA_SECTION_NODE || type == XML_ENTITY_REF_NODE else { return nil }
    guard let content = unsafe node.pointee.content else { return nil }
    return MarkupTree.Node(
      name: "", text: unsafe String(cString: content), attributes: [:], children: [],
      line: unsafe Int(xmlGetLineNo(node)))
  }
}
