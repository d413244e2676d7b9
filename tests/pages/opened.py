"""A page that is open in a browser, of a chain with a bit of everything."""

CHAIN = """
nyttokedja: 1
titel: Prov på sidan
skede: utkast
förändringar:
  kamera: {titel: Kamera i stället för besök, ägare: Chefen, leder_till: [besök, sömn]}
effekter:
  besök: {titel: Färre besök, leder_till: [tid]}
  sömn: {titel: Bättre sömn, leder_till: [hälsa]}
nyttor:
  tid: {titel: Frigjord tid, kategori: omfördelning, ägare: Enhetschefen, leder_till: [bemanning]}
  hälsa: {titel: Bättre hälsa, kategori: kvalitet, ägare: Områdeschefen, leder_till: [bemanning]}
mål:
  bemanning: {titel: Hållbar bemanning}
hinder:
  ovana: {titel: Ovana vid teknik, hindrar: [kamera -> besök]}
"""


class Opened:
    """A page that is open, and everything it did that it must not."""

    def __init__(self, context, path, fragment=""):
        self.page = context.new_page()
        self.trouble, self.requests = [], []
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.trouble.append("dialog"), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.resolve().as_uri() + fragment)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def focused(self):
        return self.page.evaluate(
            "(({ id, dataset }) => (dataset.node ?? id) || dataset.do)(document.activeElement)"
        )

    def status(self):
        return self.page.locator("[role=status]").inner_text()

    def address(self):
        return self.page.evaluate("decodeURIComponent(location.hash)")

    def view_box(self):
        return [float(part) for part in self.page.locator(".view > svg").get_attribute("viewBox").split()]

    def marked(self, name):
        return self.page.locator(f".marks .{name}").count()
