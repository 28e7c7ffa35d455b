def unknown_layer(kind, settings):
    """Stands where Vesalius kept a layer that it does not know."""
    raise NotImplementedError(f'Put a layer {kind} with the settings {settings} here')
