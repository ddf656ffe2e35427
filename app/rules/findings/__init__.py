"""What the review of a year should see to: each requirement is data, one engine looks at all of them."""
