def read_weights(path):
    """The arrays of a safetensors file by name."""
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        body = file.read()
    header.pop("__metadata__", None)
    return {name: np.frombuffer(body[slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"])
            for name, entry in header.items()}


def fill(target, values):
    """Puts an array into a parameter or buffer of the same shape."""
    if tuple(target.shape) != values.shape:
        raise ValueError(f"the weights have the shape {values.shape}, the layer {tuple(target.shape)}")
    with torch.no_grad():
        target.copy_(torch.from_numpy(values.copy()))
