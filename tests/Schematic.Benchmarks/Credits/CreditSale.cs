using System.Text;
using System.Text.Json;
using Schematic.Benchmarks.Invented;
using Schematic.Benchmarks.Plans;

namespace Schematic.Benchmarks.Credits;

/// <summary>A credit, and a plan on which an event costs one of it, made over HTTP.</summary>
internal sealed record CreditSale(string CreditId, string PlanId, string EventName)
{
    public static async Task<CreditSale> MakeAsync(JsonClient client)
    {
        var tag = Guid.NewGuid().ToString("n")[..8];
        var credit = await client.SendAsync(
            HttpMethod.Post,
            "/billing/credits",
            new
            {
                name = $"Credits {tag}",
                description = "",
                currency = "usd",
            }
        );
        var feature = await client.SendAsync(
            HttpMethod.Post,
            "/features",
            new
            {
                name = $"Uses {tag}",
                description = "",
                feature_type = "event",
                event_subtype = $"use-{tag}",
            }
        );
        var plan = await client.SendAsync(
            HttpMethod.Post,
            "/plans",
            new
            {
                name = $"Plan {tag}",
                description = "",
                plan_type = "plan",
            }
        );
        var sale = new CreditSale(Id(credit), Id(plan), $"use-{tag}");
        await client.SendAsync(
            HttpMethod.Post,
            "/plan-entitlements",
            new
            {
                plan_id = sale.PlanId,
                feature_id = Id(feature),
                value_type = "credit",
                value_credit_id = sale.CreditId,
                credit_consumption_rate = 1,
            }
        );
        await new SoldCatalog(client).PublishAsync(sale.PlanId, "leave");
        return sale;
    }

    /// <summary>Puts a seeded company on the plan, and gives it credits.</summary>
    /// <returns>The company's id.</returns>
    public async Task<string> SellAsync(JsonClient client, int company, long quantity)
    {
        var found = await client.SendAsync(HttpMethod.Get, $"/companies/lookup?domain={DomainOf(company)}");
        await client.SendAsync(
            HttpMethod.Put,
            $"/company-plans/{Id(found)}",
            new { base_plan_id = PlanId, add_on_ids = Array.Empty<string>() }
        );
        await GrantAsync(client, Id(found), quantity);
        return Id(found);
    }

    public Task GrantAsync(JsonClient client, string companyId, long quantity) =>
        client.SendAsync(
            HttpMethod.Post,
            "/billing/credits/grants/company",
            new
            {
                company_id = companyId,
                credit_id = CreditId,
                quantity,
                reason = "purchased",
            }
        );

    /// <summary>A batch of events that cost a credit each, of the companies in turn.</summary>
    /// <param name="n">Number of the batch, from 0.</param>
    public byte[] Draws(int n, int size, int companies)
    {
        var json = new StringBuilder("{\"events\":[");
        for (var i = 0; i < size; i++)
        {
            var company = (int)(((((long)n * size) + i) * 7919L) % companies);
            json.Append(i == 0 ? "" : ",")
                .Append("{\"event_type\":\"track\",\"body\":{\"event\":\"")
                .Append(EventName)
                .Append("\",\"company\":{\"domain\":\"")
                .Append(DomainOf(company))
                .Append("\"}}}");
        }

        return Encoding.UTF8.GetBytes(json.Append("]}").ToString());
    }

    public static string DomainOf(int company) => InventedCompany.At(company, DateTimeOffset.UtcNow).Domain;

    private static string Id(JsonElement answer) => answer.GetProperty("id").GetString()!;
}
