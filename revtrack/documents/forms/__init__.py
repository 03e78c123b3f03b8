"""The form that a committee answers with, in Word and in Excel."""
