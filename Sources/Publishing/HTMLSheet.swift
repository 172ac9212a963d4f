/// The style of a single file, in the look of Mayday's pages: its tokens, for reading and for paper.
enum HTMLSheet {
  static let css = """
    :root {
      color-scheme: light dark;
      --sans: Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
      --mono: ui-monospace, "SF Mono", "JetBrains Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
      --ground: #f3f1ea; --panel: #fbfaf6; --well: #e9e6dc; --line: #d8d4c7; --line-strong: #a29d8e;
      --ink: #171c21; --ink-2: #434d56; --ink-3: #5d6770; --focus: #0b5fd0;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #0d1115; --panel: #141a20; --well: #090c0f; --line: #27313a; --line-strong: #46545f;
        --ink: #ece9e1; --ink-2: #b4bdc4; --ink-3: #8d99a3; --focus: #7fd0ff;
      }
    }
    *, *::before, *::after { box-sizing: border-box; }
    html { background: var(--ground); color: var(--ink); font: 400 100%/1.6 var(--sans); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; overflow-wrap: break-word; }
    body { margin: 0 auto; max-width: 56rem; padding: clamp(1.5rem, 5vw, 4rem) clamp(1rem, 4vw, 3rem) 5.5rem; }
    h1, h2, h3, h4, h5, h6 { margin: 0; line-height: 1.2; font-weight: 620; letter-spacing: -0.012em; text-wrap: balance; }
    h1 { font-size: clamp(1.75rem, 1.35rem + 1.9vw, 2.625rem); line-height: 1.12; letter-spacing: -0.022em; max-width: 24ch; }
    h2 { font-size: 1.375rem; margin: 3.5rem 0 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--line-strong); }
    h3 { font-size: 1.0625rem; margin: 2.25rem 0 0.5rem; }
    h4, h5, h6 { font-size: 1rem; margin: 1.5rem 0 0.25rem; }
    p, ul, ol, dl, blockquote, pre, .table { margin: 0 0 1rem; }
    p, li, blockquote { max-width: 68ch; text-wrap: pretty; }
    ul, ol { padding-left: 1.4em; }
    li + li { margin-top: 0.3rem; }
    li > ul, li > ol { margin: 0.3rem 0 0; }
    li::marker { color: var(--ink-3); }
    li:has(> input) { list-style: none; margin-left: -1.4em; padding-left: 1.7em; text-indent: -1.7em; }
    input[type="checkbox"] { accent-color: var(--ink-2); width: 1em; height: 1em; margin: 0 0.4em 0 0; vertical-align: -0.1em; }
    header { padding-bottom: 2.25rem; }
    header + main > p:first-child, header + main > p:first-child + p { font-size: 1.1875rem; line-height: 1.5; max-width: 60ch; }
    .facts { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin-bottom: 0.75rem; font-size: 0.875rem; color: var(--ink-2); font-variant-numeric: tabular-nums; }
    .facts span:first-child { font-weight: 600; color: var(--ink); }
    a { color: inherit; text-decoration: underline; text-decoration-color: var(--line-strong); text-decoration-thickness: 1px; text-underline-offset: 0.22em; }
    a:hover { text-decoration-color: currentColor; text-decoration-thickness: 2px; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 3px; border-radius: 3px; }
    code, pre { font-family: var(--mono); font-size: 0.875em; font-variant-ligatures: none; }
    pre { background: var(--well); border: 1px solid var(--line); border-radius: 3px; padding: 0.75rem 1rem; overflow-x: auto; line-height: 1.55; }
    pre code { font-size: 1em; }
    blockquote { border-left: 2px solid var(--line-strong); padding-left: 1rem; color: var(--ink-2); }
    hr { border: 0; border-top: 1px solid var(--line); margin: 2.25rem 0; }
    .picture { color: var(--ink-3); border-bottom: 1px dashed var(--line-strong); }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.45; font-variant-numeric: tabular-nums; }
    th, td { text-align: left; vertical-align: top; padding: 0.55rem 1.25rem 0.55rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
    th:last-child, td:last-child { padding-right: 0; }
    th { color: var(--ink-3); font-weight: 400; font-size: 0.875rem; border-bottom-color: var(--line-strong); vertical-align: bottom; }
    td:first-child { min-width: 7.5rem; }
    td + td { min-width: 6.75em; }
    @media (max-width: 34rem) {
      h2 { margin-top: 2.25rem; }
      table { font-size: 0.875rem; }
      th, td { padding-right: 0.875rem; }
      td:first-child { min-width: 6rem; }
    }
    @media print {
      @page { size: A4; margin: 22mm 20mm 24mm; @bottom-left { font: 8pt sans-serif; color: #5d6770; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #5d6770; } }
      :root { color-scheme: light; --ground: #fff; --panel: #fff; --well: #f4f2ec; --line: #d8d4c7; --line-strong: #8d8878; --ink: #000; --ink-2: #333; --ink-3: #555; }
      html { font-size: 10pt; line-height: 1.5; }
      body { max-width: none; padding: 0; }
      header { padding-bottom: 1.25rem; }
      h1 { font-size: 22pt; }
      h2 { font-size: 14pt; margin-top: 2rem; }
      h3 { font-size: 11pt; margin-top: 1.25rem; }
      h1, h2, h3, h4, h5, h6 { break-after: avoid; }
      h2 + *, h3 + * { break-before: avoid; }
      p, li { orphans: 3; widows: 3; }
      .table { overflow: visible; }
      table { font-size: 9pt; }
      thead { display: table-header-group; }
      tr, pre, blockquote { break-inside: avoid; }
      pre { white-space: pre-wrap; overflow: visible; }
    }
    """
}
