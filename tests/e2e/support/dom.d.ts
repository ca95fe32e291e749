// What the browser tests' scripts take for granted of the pages that they drive: an element that a selector finds is
// one of HTML's. The tests know their own pages; the files that visitors download are checked without this.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
