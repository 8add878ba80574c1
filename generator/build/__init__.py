"""The incremental engine: from a site's folder to its output, computing only what changed."""
