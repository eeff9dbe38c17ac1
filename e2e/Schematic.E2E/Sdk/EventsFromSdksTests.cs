using Schematic.Contracts.Events;
using Schematic.E2E.Browser;
using Schematic.Testing.Processes;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.E2E.Sdk;

/// <summary>The official SDKs, unmodified: the server is named by their settings, and that is all.</summary>
public sealed class EventsFromSdksTests(Chromium chromium, ApiProcess api) : IClassFixture<ApiProcess>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_Node_SDK_tracks_identifies_and_flushes()
    {
        using var package = await NpmPackage.InstallAsync("@schematichq/schematic-typescript-node", Cancellation);
        var script = Path.Combine(package.Folder, "events.mjs");
        await File.WriteAllTextAsync(
            script,
            $$"""
            import { SchematicClient } from "@schematichq/schematic-typescript-node";
            const schematic = new SchematicClient({
              apiKey: "{{Keys.Production}}",
              basePath: "{{api.Address}}",
              eventCaptureBaseURL: "{{api.Address}}",
            });
            await schematic.identify({
              keys: { email: "node@acme.example" },
              name: "Node",
              company: { keys: { domain: "node.example" }, name: "Node Inc", traits: { seats: 5 } },
            });
            for (let i = 0; i < 3; i++)
              await schematic.track({
                event: "node-export", company: { domain: "node.example" }, user: { email: "node@acme.example" }, quantity: 2,
              });
            await schematic.close();
            """,
            Cancellation
        );

        await using var node = ChildProcess.Start(["node", script], new Dictionary<string, string>(), package.Folder);
        Assert.True(await node.WaitForExitAsync(Cancellation) == 0, node.Output);

        await ExpectAsync("node.example", "Node Inc", "node-export", 6);
    }

    [Fact]
    public async Task The_browser_SDK_tracks_and_identifies_from_a_page_of_another_origin()
    {
        using var package = await NpmPackage.InstallAsync("@schematichq/schematic-js", Cancellation);
        await using var visitor = await chromium.VisitAsync(api.Server.ApiAddress);
        var page = visitor.Page;
        using var shop = new Shop();
        await page.GotoAsync(shop.Address);
        await page.AddScriptTagAsync(
            new() { Path = package.PathTo("@schematichq", "schematic-js", "dist", "schematic.browser.js") }
        );

        await page.EvaluateAsync(
            """
            async ([key, address]) => {
              const schematic = new window.Schematic(key, { apiUrl: address, eventUrl: address });
              await schematic.identify({
                keys: { email: "page@acme.example" },
                company: { keys: { domain: "page.example" }, name: "Page Inc" },
              });
              await schematic.track({ event: "page-export", quantity: 4, company: { domain: "page.example" } });
            }
            """,
            new[] { await api.PublishableKeyAsync(Cancellation), api.Address }
        );

        await ExpectAsync("page.example", "Page Inc", "page-export", 4);
    }

    private Task ExpectAsync(string domain, string company, string name, long counted) =>
        Poll.UntilAsync(
            $"{counted} of {name}",
            Patience,
            async () =>
            {
                using var gateway = api.Server.Gateway();
                var found = (await gateway.Companies.ListAsync(new() { Q = domain }, Cancellation)).Data;
                if (found is not [{ } only])
                    return $"{found.Count} companies";
                var read = (await gateway.Companies.GetAsync(only.Id, Cancellation)).Data;
                var count = read
                    .Metrics.FirstOrDefault(metric =>
                        metric.EventSubtype == name && metric.Period == MetricPeriod.AllTime
                    )
                    ?.Value;
                return (read.Name, count) == (company, counted) ? null : $"{read.Name}: {count}";
            },
            Cancellation
        );
}
