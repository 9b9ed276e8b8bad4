"""The HTTP API: thin routers over `Assistant`, the decision tables, the code reference and the store.

request -> protocol -> context -> gate -> router -> work pool -> Assistant, tables, store
           (stalled    (id, log,  (key, limits,    (threads: the event loop
            clients)    headers)   body size)       is never blocked)
"""
