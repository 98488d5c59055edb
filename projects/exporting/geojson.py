"""Projects as points of a map: GeoJSON (RFC 7946), with what the table says of each."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from model.projects import Point, Project
from projects.exporting.table import Cell, Column
from projects.zones import zone_point


def write_geojson(projects: Iterable[tuple[Project, Mapping[Column, Cell]]]) -> bytes:
    """A feature for each; one whose place is not known has none (`geometry` is null)."""
    features = [
        {
            "type": "Feature",
            "id": project.code,
            "geometry": _geometry(project),
            "properties": {column.value: _told(cell) for column, cell in cells.items()},
        }
        for project, cells in projects
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def place_of(project: Project) -> Point | None:
    """Its own point, or its zone's."""
    return project.point or (zone_point(project.zone) if project.zone else None)


def _geometry(project: Project) -> dict[str, Any] | None:
    point = place_of(project)
    if point is None:
        return None
    return {"type": "Point", "coordinates": [point.longitude, point.latitude]}


def _told(cell: Cell) -> Any:
    return cell.isoformat() if isinstance(cell, date) else cell
