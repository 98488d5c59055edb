"""getMe, getUpdates and the webhook."""

import re
from typing import Any

from sandbox.api import Api, Told, method
from sandbox.errors import ApiError, bad_request
from sandbox.params import Params


@method("getMe")
async def get_me(api: Api, params: Params) -> Any:
    return api.world.bot.json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
    }


@method("getUpdates")
async def get_updates(api: Api, params: Params) -> Any:
    if api.webhook.url:
        raise ApiError(
            409,
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    api.updates.allow(params.json("allowed_updates"))
    limit = max(1, min(100, params.integer("limit", 100) or 100))
    timeout = max(0, min(50, params.integer("timeout")))
    return await api.updates.poll(params.integer("offset"), limit, float(timeout))


@method("setWebhook")
async def set_webhook(api: Api, params: Params) -> Any:
    url = params.text("url") or ""
    secret = params.text("secret_token") or ""
    if not url:
        return await delete_webhook(api, params)
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", url):  # Telegram itself takes https only
        raise bad_request("invalid webhook URL specified")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    api.updates.allow(params.json("allowed_updates"))
    if params.boolean("drop_pending_updates"):
        api.updates.drop()
    limit = params.integer("max_connections", 40)
    api.webhook.set(url, secret, max(1, min(100, limit)))
    return Told(True, "Webhook was set")


@method("deleteWebhook")
async def delete_webhook(api: Api, params: Params) -> Any:
    if params.boolean("drop_pending_updates"):
        api.updates.drop()
    was = bool(api.webhook.url)
    await api.webhook.close()
    return Told(True, "Webhook was deleted" if was else "Webhook is already deleted")


@method("getWebhookInfo")
async def get_webhook_info(api: Api, params: Params) -> Any:
    info = {
        "url": api.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(api.updates.waiting()),
        "allowed_updates": sorted(api.updates.allowed),
    }
    if api.webhook.url:
        info["max_connections"] = api.webhook.max_connections
    if api.webhook.last_error:
        info["last_error_message"] = api.webhook.last_error
        info["last_error_date"] = int(api.webhook.last_error_at)
    return info


@method("close")
async def close(api: Api, params: Params) -> Any:
    return True


@method("logOut")
async def log_out(api: Api, params: Params) -> Any:
    return True
