using System.Text.Json;
using Schematic.Testing.Processes;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.E2E.Sdk;

/// <summary>
/// Credits through the official Node SDK, unmodified: sold, burnt down by events, held, returned and taken away.
/// </summary>
public sealed class CreditsFromSdksTests(ApiProcess api) : IClassFixture<ApiProcess>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_Node_SDK_sells_credits_and_spends_them_to_the_last()
    {
        using var package = await NpmPackage.InstallAsync("@schematichq/schematic-typescript-node", Cancellation);
        var script = Path.Combine(package.Folder, "credits.mjs");
        await File.WriteAllTextAsync(
            script,
            $$"""
            import { SchematicClient } from "@schematichq/schematic-typescript-node";
            import { writeFileSync } from "node:fs";
            const newClient = () => new SchematicClient({
              apiKey: "{{Keys.Production}}", basePath: "{{api.Address}}", eventCaptureBaseURL: "{{api.Address}}",
            });
            let schematic = newClient();
            const keys = { domain: "credits.example" };
            const credit = (await schematic.credits.createBillingCredit({
              name: "Tokens", description: "", currency: "usd",
            })).data;
            const bundle = (await schematic.credits.createCreditBundle({
              bundleName: "A hundred", creditId: credit.id, currency: "usd", pricePerUnit: 5, quantity: 100,
            })).data;
            const feature = (await schematic.features.createFeature({
              name: "Answers", description: "", featureType: "event", eventSubtype: "sdk-answer",
              flag: { key: "sdk-answers", name: "Answers", description: "", flagType: "boolean", defaultValue: false },
            })).data;
            const company = (await schematic.companies.upsertCompany({ keys, name: "Credits Inc" })).data;
            await schematic.entitlements.createCompanyOverride({
              companyId: company.id, featureId: feature.id, valueType: "credit", valueCreditId: credit.id,
              creditConsumptionRate: 5,
            });
            const sale = { companyId: company.id, creditId: credit.id, creditBundleId: bundle.id,
                quantity: 100, reason: "purchased" };
            const once = { headers: { "Idempotency-Key": "sale-1" } };
            const bought = [
              (await schematic.credits.grantBillingCreditsToCompany(sale, once)).data.id,
              (await schematic.credits.grantBillingCreditsToCompany(sale, once)).data.id,
            ];
            const steps = [];
            const note = async () => {
              const { remaining, reserved, settled } =
                (await schematic.credits.listCompanyCreditBalances({ companyId: company.id })).data[0];
              steps.push([remaining, reserved, settled]);
            };
            const use = async (quantity, leaseId) => {
              schematic.track({ event: "sdk-answer", company: keys, quantity, leaseId });
              await schematic.close();
              schematic = newClient();
              await note();
            };
            await note();
            await use(10);
            await use(-2);
            const lease = (await schematic.credits.acquireCreditLease({
              companyId: company.id, creditTypeId: credit.id, requestedAmount: 40,
            })).data;
            await note();
            await use(3, lease.id);
            await schematic.credits.extendCreditLease(lease.id, { additionalAmount: 10 });
            await note();
            await schematic.credits.releaseCreditLease(lease.id);
            await note();
            const allowed = await schematic.checkFlagWithEntitlement({ company: keys }, "sdk-answers");
            await use(10);
            const denied = await schematic.checkFlag({ company: keys }, "sdk-answers");
            await schematic.credits.grantBillingCreditsToCompany(
                { ...sale, creditBundleId: undefined, reason: "free" });
            const grants = (await schematic.credits.listCompanyGrants({ companyId: company.id })).data;
            await schematic.credits.zeroOutGrant(grants.find((one) => one.grantReason === "free").id, {});
            await note();
            const ledger = (await schematic.credits.listCreditEventLedger({ companyId: company.id, limit: 250 })).data;
            await schematic.close();
            writeFileSync("answers.json", JSON.stringify({ bought, steps, allowed, denied, ledger }));
            """,
            Cancellation
        );

        await using var node = ChildProcess.Start(["node", script], new Dictionary<string, string>(), package.Folder);
        Assert.True(await node.WaitForExitAsync(Cancellation) == 0, node.Output);

        using var answers = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(package.Folder, "answers.json"), Cancellation)
        );
        var root = answers.RootElement;
        Assert.Single(root.GetProperty("bought").EnumerateArray().Select(static id => id.GetString()).Distinct());
        Assert.Equal(
            [
                [100, 0, 100],
                [50, 0, 50],
                [60, 0, 60],
                [20, 40, 60],
                [20, 25, 45],
                [10, 35, 45],
                [45, 0, 45],
                // Ten more cost 50: five of them nothing covers.
                [0, 0, 0],
                [0, 0, 0],
            ],
            root.GetProperty("steps")
                .EnumerateArray()
                .Select(static step => step.EnumerateArray().Select(static figure => figure.GetDouble()).ToArray())
        );
        Assert.True(root.GetProperty("allowed").GetProperty("value").GetBoolean());
        Assert.False(root.GetProperty("denied").GetBoolean());
        var ledger = root.GetProperty("ledger").EnumerateArray().ToList();
        Assert.Equal(
            5,
            Assert
                .Single(ledger, static row => Text(row, "usageReason") == "track" && Text(row, "grantId") is null)
                .GetProperty("amount")
                .GetDouble()
        );
        Assert.Equal(
            100,
            Assert.Single(ledger, static row => Text(row, "eventType") == "zero_out").GetProperty("amount").GetDouble()
        );
    }

    private static string? Text(JsonElement row, string member) =>
        row.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
