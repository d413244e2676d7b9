<map version="1.0.1"><node TEXT="E-tjänst"><node TEXT="Nyttor"><node TEXT="Snabbare besked"/></node><node TEXT="Vad säger facket?"/></node></map>
