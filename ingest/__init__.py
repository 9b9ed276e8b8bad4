"""Documents -> chunks -> vectors -> index. Import the modules: this package loads nothing by itself."""
