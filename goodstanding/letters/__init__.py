"""Letters on paper: the data of a letter, its template in one language, and the PDF they make."""
