"""The words of the practice year: templates are filled so that no paragraph comes twice."""
