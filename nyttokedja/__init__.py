"""nyttokedja: effect chains as text that is checked, analysed and drawn."""
