"""What Qt lacks: small painted widgets that follow the theme, mirror for right to left,
and tell assistive technology what they are. Each takes the theme as its first argument.
"""
