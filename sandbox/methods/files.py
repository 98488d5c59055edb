"""getFile: where an uploaded file is to be had."""

from typing import Any

from sandbox.api import Api, method
from sandbox.errors import bad_request
from sandbox.params import Params

LARGEST_DOWNLOAD = 20 * 2**20


@method("getFile")
async def get_file(api: Api, params: Params) -> Any:
    file = api.world.files.get(params.text("file_id") or "")
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": f"{file.kind}s/{file.file_id}",
    }
