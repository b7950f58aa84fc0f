package io.troubleshooter.http.api;

import io.javalin.http.Context;
import io.troubleshooter.http.page.Asset;
import io.troubleshooter.http.page.Assets;
import io.troubleshooter.http.page.PagePolicy;
import io.troubleshooter.http.route.Access;
import io.troubleshooter.http.route.Exchange;
import io.troubleshooter.http.route.Route;
import io.troubleshooter.http.route.Route.Trait;
import java.util.List;

/** The web page. What it shows it asks of the API, as any other client. */
public final class PageApi {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";

    private final Assets assets;
    private final PagePolicy policy;

    public PageApi(Assets assets, PagePolicy policy) {
        this.assets = assets;
        this.policy = policy;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/", "page", Access.OPEN, this::page),
                // The page reads the token from its own address; the API checks it at each call.
                Route.get("/s/{token}", "sharedPage", Access.OPEN, this::page),
                Route.get("/assets/{file}", "asset", Access.OPEN, this::file).with(Trait.UNCOUNTED),
                Route.get("/assets/{version}/{file}", "versionedAsset", Access.OPEN, this::versioned)
                        .with(Trait.UNCOUNTED));
    }

    private void page(Exchange exchange) {
        Context context = exchange.context();
        context.header("Content-Security-Policy", policy.contentSecurity());
        context.header("Referrer-Policy", "no-referrer"); // the address may hold the token of a link
        context.header("X-Content-Type-Options", "nosniff");
        give(context, assets.index(), ASK_EACH_TIME);
    }

    private void file(Exchange exchange) {
        give(exchange.context(), known(exchange), ASK_EACH_TIME);
    }

    private void versioned(Exchange exchange) {
        if (!exchange.path("version").equals(assets.version())) {
            throw exchange.notFound();
        }
        give(exchange.context(), known(exchange), FOR_EVER);
    }

    private Asset known(Exchange exchange) {
        Asset asset = assets.file(exchange.path("file"));
        if (asset == null) {
            throw exchange.notFound();
        }
        return asset;
    }

    private static void give(Context context, Asset asset, String caching) {
        context.header("Cache-Control", caching);
        context.header("ETag", asset.tag());
        if (asset.tag().equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.contentType(asset.type()).result(asset.content());
        }
    }
}
