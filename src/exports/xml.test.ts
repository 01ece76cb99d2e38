import { describe, expect, it } from "vitest";
import { element, replacedIn, xmlAttribute, xmlText } from "./xml.ts";

describe("xmlText", () => {
  it("escapes mark-up and carriage returns, which a parser would turn into line ends", () => {
    expect(xmlText("a < b & c > d\r\n")).toBe("a &lt; b &amp; c &gt; d&#13;\n");
  });

  it("replaces what XML cannot hold, one unit for one", () => {
    const text = "a\u0000b\u000bc\ud83dd\uffff😀";
    expect(xmlText(text)).toBe("a\ufffdb\ufffdc\ufffdd\ufffd😀");
    expect(replacedIn(text)).toEqual(["U+0000 at 1", "U+000B at 3", "U+D83D at 5", "U+FFFF at 7"]);
  });
});

describe("element", () => {
  it("keeps tabs and line ends of attributes, and leaves out those without a value", () => {
    expect(element("a", { b: 'x"\ty\n', c: null })).toBe('<a b="x&quot;&#9;y&#10;"/>');
    expect(xmlAttribute("<")).toBe("&lt;");
    expect(element("a", {}, ["<b/>", "<c/>"])).toBe("<a><b/><c/></a>");
  });
});
