//! The forms in which programs write what they copy.

use crate::show::read;

#[test]
fn paragraphs_breaks_and_blanks_are_as_a_browser_shows_them() {
    let html = "<p>The Board\n  noted</p>\n<p>the <b>report</b>, <em>and</em><br>\n the 16<sup>th</sup> </p><div>end</div>tail";
    assert_eq!(read(html), ["The Board noted", "the *report*, _and_⏎the 16^th^", "end", "tail"]);
}

#[test]
fn looks_come_from_tags_and_styles_and_can_be_taken_back() {
    let html = r#"<p><span style="font-weight:700">a</span> <b style="font-weight:normal">b</b>
        <i><span style='font-style: normal'>c</span> d</i> <span style="vertical-align: super">e</span>
        <sup style="vertical-align:baseline">f</sup> <font style="font-weight:bolder;font-style:oblique">g</font></p>"#;
    assert_eq!(read(html), ["*a* b c_ d_ ^e^ f *_g_*"]);
}

#[test]
fn formatting_that_ends_out_of_order_ends_where_it_says() {
    assert_eq!(read("<p>a<b>b<i>c</b>d</i>e</p>"), ["a*b**_c_*_d_e"]);
    assert_eq!(read("<b>a<p>b</b>c</p>d"), ["*a*", "*b*c", "d"]);
}

#[test]
fn lists_keep_kind_nesting_and_start() {
    let html = "<ul><li>one<ol type=a start=3><li>two</li><li>three<ol type='i'><li>four</ol></ol>
        <li><p>five</p><p>six</p></ul><ol start='7'><li>seven<li value=12>eight<li>nine</ol>";
    assert_eq!(
        read(html),
        [
            "- one",
            "    [3] a. two",
            "    a. three",
            "        i. four",
            "- five",
            "    six",
            "[7] 1. seven",
            "[12] 1. eight",
            "1. nine"
        ]
    );
}

#[test]
fn a_list_behind_a_list_begins_anew_and_one_behind_text_does_too() {
    let html =
        "<ol><li>a<li>b</ol><ol><li>c</ol><p>text</p><ol><li>d</ol><ol style='list-style-type:lower-roman'><li>e</ol>";
    assert_eq!(read(html), ["1. a", "1. b", "[1] 1. c", "text", "1. d", "i. e"]);
}

#[test]
fn lists_nested_without_an_item_are_a_level_deeper() {
    // Google Docs writes lists within lists so, and styles the items.
    let html = r#"<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-0b"><ol style="margin-top:0;">
        <li dir="ltr" style="list-style-type:decimal;font-weight:400;" aria-level="1"><p dir="ltr" role="presentation">
        <span style="font-weight:400;white-space:pre-wrap;">The budget</span></p></li>
        <ol><li style="list-style-type:lower-alpha;" aria-level="2"><p><span style="font-weight:700;white-space:pre;">Reserves</span></p></li></ol>
        <li style="list-style-type:decimal;"><p><span style="font-style:italic">Fees</span></p></li></ol></b><br class="Apple-interchange-newline">"#;
    assert_eq!(read(html), ["1. The budget", "    a. *Reserves*", "1. _Fees_"]);
}

#[test]
fn word_writes_lists_as_paragraphs() {
    let item = |class: &str, list: &str, marker: &str, text: &str| {
        format!(
            "<p class={class} style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:{list}'><![if !supportLists]><span\n\
             style='mso-fareast-font-family:Calibri'><span style='mso-list:Ignore'>{marker}<span\n\
             style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{text}<o:p></o:p></p>\n\n"
        )
    };
    let first = "MsoListParagraphCxSpFirst";
    let middle = "MsoListParagraphCxSpMiddle";
    let html = [
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!-- @list l0:level1 {mso-level-text:\"%1.\";} --></style>",
        "<!--[if gte mso 9]><xml><w:WordDocument>never shown</w:WordDocument></xml><![endif]--></head>",
        "<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->",
        "<p class=MsoNormal>The Board <b style='mso-bidi-font-weight:normal'>noted</b> on the 3<sup>rd</sup><o:p>&nbsp;</o:p></p>",
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p>",
        &item(first, "l0 level1 lfo1", "1.", "the report<span style='mso-spacerun:yes'>  </span>in full;"),
        &item(middle, "l0 level2 lfo1", "(a)", "the <i>first</i> part,"),
        &item(middle, "l0 level2 lfo1", "(b)", "the second;"),
        &item(middle, "l0 level3 lfo1", "i.", "deeper"),
        "<p class=MsoListParagraphCxSpMiddle>It went on.<o:p></o:p></p>",
        &item("MsoListParagraphCxSpLast", "l0 level1 lfo1", "2.", "the budget."),
        "<p class=MsoNormal>And:</p>",
        &item(first, "l1 level1 lfo2", "·", "fees"),
        &item(middle, "l1 level2 lfo2", "o", "of halls"),
        &item("MsoListParagraph", "l2 level1 lfo3", "4)", "later"),
        "<!--EndFragment--></body></html>",
    ]
    .concat();
    assert_eq!(
        read(&html),
        [
            "The Board *noted* on the 3^rd^",
            "1. the report in full;",
            "    (a) the _first_ part,",
            "    (a) the second;",
            "        i. deeper",
            "            It went on.",
            "1. the budget.",
            "And:",
            "- fees",
            "    - of halls",
            "[4] 1) later",
        ]
    );
}

#[test]
fn word_in_the_browser_writes_each_item_as_a_list_of_its_own() {
    let item = |start: u32, level: u32, text: &str| {
        format!(
            "<div class=\"ListContainerWrapper\"><ol role=\"list\" start=\"{start}\" class=\"NumberListStyle1\"><li data-leveltext=\"%1.\" \
             data-aria-level=\"{level}\" role=\"listitem\"><p class=\"Paragraph\"><span data-contrast=\"auto\" lang=\"EN-GB\">{text}</span>\
             <span>&nbsp;</span></p></li></ol></div>"
        )
    };
    let html = [item(1, 1, "one"), item(1, 2, "within"), item(2, 1, "two")].concat();
    assert_eq!(read(&html), ["1. one ", "    1. within ", "1. two "]);
}

#[test]
fn only_what_was_copied_is_read_and_what_is_around_it_tells_its_list() {
    let html = "<html><body>before<ol type=i start=4><!--StartFragment--><li>kept</li><!--EndFragment--></ol>after</body></html>";
    assert_eq!(read(html), ["[4] i. kept"]);
    let head = "Version:1.0\r\nStartHTML:000000097\r\nEndHTML:000000200\r\nStartFragment:000000110\r\nEndFragment:000000190\r\n";
    let start = head.len();
    let head =
        head.replace("000000097", &format!("{start:09}")).replace("000000200", &format!("{:09}", start + html.len()));
    assert_eq!(read(&format!("{head}{html}\0\0\0")), ["[4] i. kept"]);
}

#[test]
fn tables_have_headings_spans_and_alignment() {
    let html = "<table><caption>Payments</caption><thead><tr><th>To</th><th>Net</th><th>Note</th></tr></thead>
        <tr><td>Mill &amp; Sons<td align=right>10.00<td rowspan=2><p>paid</p><ul><li>by card</ul>
        <tr><td>Hall</td><td style='text-align:right'><b>2.50</b></td></tr>
        <tr><td colspan=2>Both<td></table>after";
    assert_eq!(
        read(html),
        [
            "table: Payments",
            "To | >Net | Note",
            "Mill & Sons | 10.00 | paid / - by card",
            "Hall | *2.50* | ",
            "Both |  | ",
            "after"
        ]
    );
}

#[test]
fn a_bold_first_row_heads_a_table_and_one_cell_is_no_table() {
    let html =
        "<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Ward</b></p></td><td><p><b>Votes</b></p></td></tr>
        <tr><td><p>East</p></td><td><p>12</p></td></tr></table><table><tr><td><p>a</p><p>b</p></td></tr></table>";
    assert_eq!(read(html), ["table: ", "Ward | Votes", "East | 12", "a", "b"]);
    let rows = "<table><tr><th>East</th><td>12</td></tr><tr><th>West</th><td>9</td></tr></table>";
    assert_eq!(read(rows), ["table: ", " | ", "= East | 12", "= West | 9"]);
}

#[test]
fn a_table_within_a_cell_is_its_text() {
    let html = "<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e<tr><td>f<td>g</table>";
    assert_eq!(read(html), ["table: ", " | ", "a / b / c / d | e", "f | g"]);
}

#[test]
fn what_is_not_for_readers_is_left_out() {
    let html =
        "<head><title>T</title><style>p { }</style></head><p>a<script>if (a < b) { '<p>x' }</script><!-- c --></p>
        <p style='display:none'>hidden</p><p hidden>too</p><p><span style='mso-hide:all'>h</span>b<del>gone</del></p>
        <img src=x alt=picture onerror=alert(1)><textarea><p>no</textarea><svg><text>s</text></svg><p>c";
    assert_eq!(read(html), ["a", "b", "c"]);
}

#[test]
fn languages_other_than_english_stay() {
    let html = "<body lang=en-US><p>The <span lang='CY'>Senedd</span> and <i lang=x-none>it</i>, <span xml:lang='fr-FR'>oui</span></p>";
    assert_eq!(read(html), ["The {cy:Senedd} and _it_, {fr-FR:oui}"]);
}

#[test]
fn quotations_headings_and_preformatted_text() {
    let html = "<h2>Fees</h2><blockquote><p>a</p><p>b</p></blockquote><ul><li>c<blockquote>d</blockquote></ul><pre>e  f\ng</pre>";
    assert_eq!(read(html), ["*Fees*", "> a", "> b", "- c", "    > d", "e  f⏎g"]);
}

#[test]
fn safari_and_chrome_keep_blanks_by_ones_that_do_not_break() {
    let html = "<span>a<span class=\"Apple-converted-space\">&nbsp;</span>b&nbsp; c &nbsp;d £5&nbsp;million</span>";
    assert_eq!(read(html), ["a b  c  d £5~million"]);
}
