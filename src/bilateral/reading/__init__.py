"""Text → `Report`, in steps that each do one thing."""

from bilateral.reading.reader import read as read
