"""Training, decoding and export of Readout's attribution model."""
