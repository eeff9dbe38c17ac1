using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Credits;
using Schematic.Api.Credits.Accounts;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Features;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Gateway;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits;

/// <summary>Credit types and companies that hold credits.</summary>
public abstract class CreditTopic(ApiFixture api) : PlanTopic(api)
{
    internal IDatabase Database => Server.Services.GetRequiredService<IDatabase>();

    protected async Task<BillingCreditResponseData> NewCreditAsync(SchematicGateway? gateway = null) =>
        (
            await (gateway ?? Production).Credits.CreateAsync(
                new CreateBillingCreditRequestBody
                {
                    Name = Unique("credit"),
                    Description = "",
                    Currency = "usd",
                },
                Cancellation
            )
        ).Data;

    protected async Task<BillingCreditBundleResponseData> NewBundleAsync(string creditId, long quantity = 100) =>
        (
            await Production.Credits.CreateBundleAsync(
                new CreateCreditBundleRequestBody
                {
                    BundleName = Unique("bundle"),
                    CreditId = creditId,
                    Currency = "USD",
                    PricePerUnit = 5,
                    Quantity = quantity,
                },
                Cancellation
            )
        ).Data;

    protected static CreateCompanyCreditGrant Grant(string companyId, string creditId, long quantity) =>
        new()
        {
            CompanyId = companyId,
            CreditId = creditId,
            Quantity = quantity,
            Reason = BillingCreditGrantReason.Free,
        };

    protected async Task<BillingCreditGrantResponseData> GrantAsync(
        CreateCompanyCreditGrant body,
        string? key = null
    ) => (await Production.CompanyCredits.GrantAsync(body, key, Cancellation)).Data;

    protected async Task<CompanyCreditBalanceResponseData> BalanceAsync(string companyId) =>
        Assert.Single(
            (
                await Production.CompanyCredits.ListBalancesAsync(
                    new CreditBalancesQuery { CompanyId = companyId },
                    Cancellation
                )
            ).Data
        );

    protected async Task<IReadOnlyList<CreditEventLedgerResponseData>> LedgerAsync(CreditLedgerQuery query)
    {
        var rows = (await Production.CompanyCredits.ListLedgerAsync(query, Cancellation)).Data;
        Assert.Equal(rows.Count, (await Production.CompanyCredits.CountLedgerAsync(query, Cancellation)).Data.Count);
        return rows;
    }

    /// <summary>A company that was given credits once.</summary>
    protected async Task<(string CompanyId, string CreditId)> HolderAsync(long quantity)
    {
        var (company, credit) = (await NewCompanyAsync(Unique("domain")), await NewCreditAsync());
        await GrantAsync(Grant(company.Id, credit.Id, quantity));
        return (company.Id, credit.Id);
    }

    /// <summary>A company whose uses of a feature are paid with credits.</summary>
    protected async Task<(
        string Domain,
        string CompanyId,
        string CreditId,
        FeatureDetailResponseData Feature
    )> SoldAsync(double rate)
    {
        var (domain, credit, feature) = (
            Unique("domain"),
            await NewCreditAsync(),
            await NewFeatureAsync(Unique("event"))
        );
        var plan = await NewPlanAsync();
        await Production.Entitlements.CreatePlanEntitlementAsync(
            Entitlement(plan.Id, feature) with
            {
                ValueType = EntitlementValueType.Credit,
                ValueCreditId = credit.Id,
                CreditConsumptionRate = rate,
            },
            Cancellation
        );
        await PublishAsync(plan.Id);
        var company = await NewCompanyAsync(domain);
        await AssignAsync(company.Id, plan.Id);
        return (domain, company.Id, credit.Id, feature);
    }

    protected Task TrackAsync(FeatureDetailResponseData feature, string domain, long quantity, string? lease = null) =>
        Production.Events.CreateAsync(Use(feature, domain, quantity, lease), Cancellation);

    protected static CreateEventRequestBody Use(
        FeatureDetailResponseData feature,
        string domain,
        long quantity,
        string? lease = null
    ) =>
        new()
        {
            EventType = EventType.Track,
            Body = JsonSerializer.SerializeToElement(
                new EventBodyTrack
                {
                    Event = feature.EventSubtype!,
                    Company = new Dictionary<string, string> { ["domain"] = domain },
                    Quantity = quantity,
                    LeaseId = lease,
                },
                WireJson.Strict
            ),
        };

    /// <summary>Changes an account below the API, as events do.</summary>
    internal async Task<T> ChangeAsync<T>(
        string companyId,
        string creditId,
        DateTimeOffset now,
        Func<CreditAccount, T> change
    )
    {
        var environment = await EnvironmentSeqAsync();
        return await Database.WriteAsync(
            environment,
            async (db, token) =>
            {
                var writer = new CreditAccountWriter(db, now.Cut());
                var stored = await writer.LockAsync(await KeyAsync(db, companyId, creditId, token), token);
                var result = change(stored.Account);
                await writer.SaveAsync(token);
                return result;
            },
            Cancellation
        );
    }

    internal static async Task<AccountKey> KeyAsync(
        SchematicDb db,
        string companyId,
        string creditId,
        CancellationToken cancellationToken
    ) =>
        new(
            (await db.Companies.SingleAsync(row => row.Id == companyId, cancellationToken)).Seq,
            (await db.AllCreditTypes.SingleAsync(row => row.Id == creditId, cancellationToken)).Seq
        );

    protected async Task<int> FeatureSeqAsync(string id)
    {
        await using var db = Database.OpenAccount();
        return (await db.Features.SingleAsync(row => row.Id == id, Cancellation)).Seq;
    }

    protected async Task<int> EnvironmentSeqAsync()
    {
        var id = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId;
        await using var db = Database.OpenAccount();
        return (await db.Environments.SingleAsync(row => row.Id == id, Cancellation)).Seq;
    }

    /// <summary>Fails unless the ledger alone gives every grant and balance of the company.</summary>
    protected async Task AssertBalancedAsync(string companyId)
    {
        await using var db = Database.Open(await EnvironmentSeqAsync());
        var company = await db.Companies.SingleAsync(row => row.Id == companyId, Cancellation);
        var ledger = await db.CreditLedger.Where(row => row.CompanySeq == company.Seq).ToListAsync(Cancellation);
        var grants = await db.CreditGrants.Where(row => row.CompanySeq == company.Seq).ToListAsync(Cancellation);
        Assert.All(
            grants,
            grant =>
            {
                var rows = ledger.Where(row =>
                    row.CreditTypeSeq == grant.CreditTypeSeq && row.GrantNumber == grant.Number
                );
                Assert.Equal(grant.RemainingMicroCredits, rows.Sum(static row => row.RemainingDelta));
                Assert.Equal(grant.HeldMicroCredits, rows.Sum(static row => row.HeldDelta));
            }
        );
        Assert.All(
            await db.CreditBalances.Where(row => row.CompanySeq == company.Seq).ToListAsync(Cancellation),
            balance =>
            {
                var rows = ledger.Where(row => row.CreditTypeSeq == balance.CreditTypeSeq).ToList();
                Assert.Equal(balance.RemainingMicroCredits, rows.Sum(static row => row.RemainingDelta));
                Assert.Equal(balance.ReservedMicroCredits, rows.Sum(static row => row.HeldDelta));
            }
        );
    }
}
