using System.Globalization;
using System.Text.Json;
using Schematic.Api.Entitlements.Terms;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Gateway;
using Schematic.Testing.Time;

namespace Schematic.Api.Tests.Entitlements.Agreement;

/// <summary>Changes something at random, on the server and in what it was told.</summary>
internal sealed class WorldChanges(SchematicGateway gateway, ToldWorld world, TestClock clock, Random random)
{
    private static readonly string[] TraitValues = ["0", "3", "7", "10", "-3", "1e1", "text"];

    // Where a limit and usage are parts of the same unit, whole units say less than a check.
    private static readonly string[] TraitFractions = ["7.5", "4.5"];

    private readonly RandomTerms _terms = new(world, random);
    private readonly WorldBuilding _building = new(gateway, world, random);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>What was changed.</returns>
    public Task<string> ChangeAsync() =>
        random.Next(16) switch
        {
            < 4 => TrackAsync(),
            < 6 => SetTraitAsync(),
            < 9 => OverrideAsync(),
            < 11 => AssignAsync(),
            11 => EditDraftAsync(),
            < 14 => PublishAsync(),
            _ => Task.FromResult(MoveClock()),
        };

    private async Task<string> TrackAsync()
    {
        var (company, subtype) = (_terms.Of(world.Companies), _terms.Of(world.Subtypes));
        long quantity = random.Next(6) == 0 ? -1 : random.Next(1, 5);
        await gateway.Events.CreateAsync(
            new CreateEventRequestBody
            {
                EventType = EventType.Track,
                Body = JsonSerializer.SerializeToElement(
                    new EventBodyTrack
                    {
                        Event = subtype,
                        Quantity = quantity,
                        Company = new Dictionary<string, string> { ["domain"] = company.Domain },
                    },
                    WireJson.Strict
                ),
            },
            Cancellation
        );
        company.Events.Add(new ToldEvent(subtype, quantity, clock.GetUtcNow()));
        return Text($"{quantity} × {subtype} of {company.Domain}");
    }

    private async Task<string> SetTraitAsync()
    {
        var (company, index) = (_terms.Of(world.Companies), random.Next(world.Traits.Count));
        var trait = world.Traits[index];
        var value = random.Next(6) switch
        {
            0 => null,
            1 => TraitFractions[index],
            _ => _terms.Of(TraitValues),
        };
        await gateway.Companies.UpsertAsync(
            new UpsertCompanyRequestBody
            {
                Keys = new Dictionary<string, string> { ["domain"] = company.Domain },
                Traits = new Dictionary<string, JsonElement>
                {
                    [trait.Name] = JsonSerializer.SerializeToElement(value),
                },
            },
            Cancellation
        );
        if (value is null)
            company.Traits.Remove(trait.Id);
        else
            company.Traits[trait.Id] = value;
        return $"{trait.Name} = {value ?? "nothing"} of {company.Domain}";
    }

    private async Task<string> OverrideAsync()
    {
        var (company, feature) = (_terms.Of(world.Companies), _terms.Of(world.Features));
        var known = company.Overrides.GetValueOrDefault(feature.Id);
        if (known is not null && random.Next(3) == 0)
        {
            await gateway.Entitlements.DeleteOverrideAsync(known.Id, null, Cancellation);
            company.Overrides.Remove(feature.Id);
            return $"no override of {feature.Key} of {company.Domain}";
        }

        var terms = _terms.For(feature, EntitlementSource.Override) with
        {
            ExpiresAt = random.Next(2) == 0 ? null : clock.GetUtcNow().AddSeconds(random.Next(1, 100_000)),
        };
        var id = known is null
            ? await CreateOverrideAsync(company, feature, terms)
            : await UpdateOverrideAsync(known.Id, terms);
        company.Overrides[feature.Id] = terms with { Id = id };
        return Text($"{terms.ValueType} override of {feature.Key} of {company.Domain} until {terms.ExpiresAt:O}");
    }

    private async Task<string> CreateOverrideAsync(ToldCompany company, ToldFeature feature, EntitlementTerms terms) =>
        (
            await gateway.Entitlements.CreateOverrideAsync(
                new CreateCompanyOverrideRequestBody
                {
                    CompanyId = company.Id,
                    FeatureId = feature.Id,
                    ValueType = terms.ValueType,
                    ValueBool = terms.ValueBool,
                    ValueNumeric = terms.ValueNumeric,
                    ValueTraitId = terms.ValueTraitId,
                    ValueCreditId = terms.CreditId,
                    MetricPeriod = terms.MetricPeriod,
                    MetricPeriodMonthReset = terms.MonthReset,
                    ExpirationDate = terms.ExpiresAt,
                },
                Cancellation
            )
        ).Data.Id;

    private async Task<string> UpdateOverrideAsync(string id, EntitlementTerms terms) => (
            await gateway.Entitlements.UpdateOverrideAsync(
                id,
                new UpdateCompanyOverrideRequestBody
                {
                    ValueType = terms.ValueType,
                    ValueBool = terms.ValueBool,
                    ValueNumeric = terms.ValueNumeric,
                    ValueTraitId = terms.ValueTraitId,
                    ValueCreditId = terms.CreditId,
                    MetricPeriod = terms.MetricPeriod,
                    MetricPeriodMonthReset = terms.MonthReset,
                    ExpirationDate = terms.ExpiresAt,
                },
                null,
                Cancellation
            )
        ).Data.Id;

    private async Task<string> AssignAsync()
    {
        var company = _terms.Of(world.Companies);
        var sold = world.Plans.Where(static plan => plan.Published is not null).ToList();
        var basePlan = random.Next(5) == 0 ? null : sold.Where(static plan => !plan.IsAddOn).MinBy(_ => random.Next());
        var addOns = sold.Where(plan => plan.IsAddOn && random.Next(2) == 0).ToList();
        await gateway.Plans.UpdateCompanyPlansAsync(
            company.Id,
            new UpdateCompanyPlansRequestBody
            {
                BasePlanId = basePlan?.Id,
                AddOnIds = [.. addOns.Select(static plan => plan.Id)],
            },
            Cancellation
        );
        // What it has already stays on its version.
        var versions = addOns
            .Prepend(basePlan)
            .OfType<ToldPlan>()
            .Select(plan => company.Versions.Find(version => version.Plan == plan) ?? plan.Published!)
            .ToList();
        company.Versions.Clear();
        company.Versions.AddRange(versions);
        return Text($"{company.Domain} on {versions.Count} plans");
    }

    private async Task<string> EditDraftAsync()
    {
        var (plan, feature) = (_terms.Of(world.Plans), _terms.Of(world.Features));
        var source = plan.IsAddOn ? EntitlementSource.AddOn : EntitlementSource.Plan;
        if (plan.Draft.Remove(feature.Id, out var given))
        {
            await gateway.Entitlements.DeletePlanEntitlementAsync(given.Id, null, Cancellation);
            plan.HasDraft = true;
            return $"{plan.Id} no longer to give {feature.Key}";
        }

        await _building.GiveAsync(plan, feature, _terms.For(feature, source));
        return $"{plan.Id} to give {feature.Key}";
    }

    private async Task<string> PublishAsync()
    {
        var plan = _terms.Of(world.Plans);
        for (var edits = random.Next(plan.HasDraft ? 0 : 1, 3); edits > 0; edits--)
            await ChangeInDraftAsync(plan);
        var isImmediate = random.Next(2) == 0;
        var excluded = world.Companies.Where(_ => random.Next(4) == 0).ToList();
        var draft = (await gateway.Plans.GetAsync(plan.Id, new PlanQuery(), Cancellation)).Data.DraftVersion!;
        await gateway.Plans.PublishVersionAsync(
            draft.Id,
            new PublishPlanVersionRequestBody
            {
                MigrationStrategy = isImmediate
                    ? PlanVersionMigrationStrategy.Immediate
                    : PlanVersionMigrationStrategy.Leave,
                ExcludedCompanyIds = [.. excluded.Select(static company => company.Id)],
            },
            Cancellation
        );
        await NoteIdsAsync(plan, draft.Id);
        plan.HasDraft = false;
        plan.Published = new ToldVersion(plan, new Dictionary<string, EntitlementTerms>(plan.Draft));
        foreach (var company in world.Companies.Where(one => isImmediate && !excluded.Contains(one)))
        {
            var index = company.Versions.FindIndex(version => version.Plan == plan);
            if (index >= 0)
                company.Versions[index] = plan.Published;
        }

        return Text($"{plan.Id} published, immediate: {isImmediate}, but for {excluded.Count}");
    }

    private async Task ChangeInDraftAsync(ToldPlan plan)
    {
        var feature = _terms.Of(world.Features);
        var terms = _terms.For(feature, plan.IsAddOn ? EntitlementSource.AddOn : EntitlementSource.Plan);
        if (!plan.Draft.TryGetValue(feature.Id, out var given))
        {
            await _building.GiveAsync(plan, feature, terms);
            return;
        }

        var changed = await gateway.Entitlements.UpdatePlanEntitlementAsync(
            given.Id,
            new UpdatePlanEntitlementRequestBody
            {
                ValueType = terms.ValueType,
                ValueBool = terms.ValueBool,
                ValueNumeric = terms.ValueNumeric,
                ValueTraitId = terms.ValueTraitId,
                ValueCreditId = terms.CreditId,
                MetricPeriod = terms.MetricPeriod,
                MetricPeriodMonthReset = terms.MonthReset,
            },
            null,
            Cancellation
        );
        plan.Draft[feature.Id] = terms with { Id = changed.Data.Id };
        plan.HasDraft = true;
    }

    // A draft has entitlements of its own to what the version before it gives.
    private async Task NoteIdsAsync(ToldPlan plan, string versionId)
    {
        var given = await gateway.Entitlements.ListPlanEntitlementsAsync(
            new PlanEntitlementsQuery { PlanVersionId = versionId },
            Cancellation
        );
        Assert.Equal(
            plan.Draft.Keys.Order(StringComparer.Ordinal),
            given.Data.Select(static one => one.FeatureId).Order(StringComparer.Ordinal)
        );
        foreach (var one in given.Data)
            plan.Draft[one.FeatureId] = plan.Draft[one.FeatureId] with { Id = one.Id };
    }

    private string MoveClock()
    {
        var now = clock.GetUtcNow();
        var expiry = world
            .Companies.SelectMany(static company => company.Overrides.Values)
            .Select(static terms => terms.ExpiresAt)
            .Where(at => at > now.AddSeconds(1))
            .Min();
        clock.JumpTo(
            random.Next(4) switch
            {
                0 when expiry is { } at => at,
                1 when expiry is { } at => at.AddSeconds(-1),
                2 => now.AddSeconds(random.Next(1, 3600)),
                _ => now.AddHours(random.Next(1, 200)),
            }
        );
        return Text($"{clock.GetUtcNow():O}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
