using System.Globalization;
using System.Text.Json;
using Schematic.E2E.Browser;
using Schematic.Testing.Processes;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.E2E.Sdk;

/// <summary>The official SDKs, unmodified, read what a company may use and has used.</summary>
public sealed class EntitlementsFromSdksTests(Chromium chromium, ApiProcess api) : IClassFixture<ApiProcess>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_Node_SDK_reads_entitlements_of_every_kind()
    {
        using var package = await NpmPackage.InstallAsync("@schematichq/schematic-typescript-node", Cancellation);
        var shop = await SoldShop.OpenAsync(api.Server, "node.example", Cancellation);

        var answers = await RunAsync(
            package,
            $$"""
            import { SchematicClient } from "@schematichq/schematic-typescript-node";
            import { writeFileSync } from "node:fs";
            const company = { domain: "node.example" };
            const newClient = () => new SchematicClient({
              apiKey: "{{Keys.Production}}",
              basePath: "{{api.Address}}",
              eventCaptureBaseURL: "{{api.Address}}",
            });
            const ask = async () => {
              const schematic = newClient();
              const flags = await schematic.checkFlags({ company });
              const answers = {};
              for (const { flag } of flags) {
                answers[flag] = {
                  listed: flags.find((one) => one.flag === flag),
                  alone: await schematic.checkFlagWithEntitlement({ company }, flag),
                  value: await schematic.checkFlag({ company }, flag),
                };
              }
              await schematic.close();
              return answers;
            };
            const before = await ask();
            const schematic = newClient();
            await schematic.events.createEvent({
              eventType: "track", body: { event: "{{shop.Event}}", company, quantity: {{SoldShop.Limit
                - SoldShop.Used}} },
            });
            await schematic.close();
            writeFileSync("answers.json", JSON.stringify({ before, after: await ask() }));
            """
        );

        var expected = new ReadEntitlements(shop);
        expected.HoldNode(answers.GetProperty("before"), SoldShop.Used);
        expected.HoldNode(answers.GetProperty("after"), SoldShop.Limit);
    }

    [Fact]
    public async Task The_browser_SDK_reads_limits_and_usage_from_what_the_server_sends()
    {
        using var package = await NpmPackage.InstallAsync("@schematichq/schematic-js", Cancellation);
        var shop = await SoldShop.OpenAsync(api.Server, "reader.example", Cancellation);
        await shop.UseUpAsync(api.Server, "reader.example", Cancellation);

        var answers = await RunAsync(
            package,
            $$"""
            import { createRequire } from "node:module";
            import { writeFileSync } from "node:fs";
            const sdk = createRequire(import.meta.url)("@schematichq/schematic-js");
            const answer = await fetch("{{api.Address}}/flags/check", {
              method: "POST",
              headers: { "X-Schematic-Api-Key": "{{await api.PublishableKeyAsync(Cancellation)}}" },
              body: JSON.stringify({ company: { domain: "reader.example" } }),
            });
            const { flags } = (await answer.json()).data;
            writeFileSync("answers.json", JSON.stringify(
              Object.fromEntries(flags.map((flag) => [flag.flag, sdk.CheckFlagReturnFromJSON(flag)])),
            ));
            """
        );

        new ReadEntitlements(shop).HoldBrowser(answers, SoldShop.Limit);
    }

    [Fact]
    public async Task The_browser_SDK_sees_a_limit_reached_from_a_page_of_another_origin()
    {
        using var package = await NpmPackage.InstallAsync("@schematichq/schematic-js", Cancellation);
        var sold = await SoldShop.OpenAsync(api.Server, "page.example", Cancellation);
        await using var visitor = await chromium.VisitAsync(api.Server.ApiAddress);
        using var shop = new Shop();
        await visitor.Page.GotoAsync(shop.Address);
        await visitor.Page.AddScriptTagAsync(
            new() { Path = package.PathTo("@schematichq", "schematic-js", "dist", "schematic.browser.js") }
        );
        var key = await api.PublishableKeyAsync(Cancellation);

        var before = await CheckAsync();
        await sold.UseUpAsync(api.Server, "page.example", Cancellation);
        var after = await CheckAsync();

        Assert.Equal([true, true], before);
        Assert.Equal([false, false], after);

        async Task<bool[]> CheckAsync() =>
            await visitor.Page.EvaluateAsync<bool[]>(
                """
                async ([key, address, flag]) => {
                  const schematic = new window.Schematic(key, { apiUrl: address, eventUrl: address });
                  const context = { company: { domain: "page.example" } };
                  return [
                    await schematic.checkFlag({ key: flag, fallback: null, context }),
                    (await schematic.checkFlags(context))[flag],
                  ];
                }
                """,
                new[] { key, api.Address, sold.NumericFlag }
            );
    }

    /// <summary>Runs a module beside the package, and reads what it has written to <c>answers.json</c>.</summary>
    private static async Task<JsonElement> RunAsync(NpmPackage package, string module)
    {
        var script = Path.Combine(package.Folder, "entitlements.mjs");
        await File.WriteAllTextAsync(script, module, Cancellation);
        await using var node = ChildProcess.Start(["node", script], new Dictionary<string, string>(), package.Folder);
        var code = await node.WaitForExitAsync(Cancellation);
        Assert.True(code == 0, string.Create(CultureInfo.InvariantCulture, $"{code}: {node.Output}"));
        return JsonElement.Parse(
            await File.ReadAllTextAsync(Path.Combine(package.Folder, "answers.json"), Cancellation)
        );
    }
}
