"""What everybody may see of a municipality's audits: pages and open data."""
