using System.Globalization;
using System.Text.Json;
using Schematic.Api.Entitlements.Terms;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Gateway;

namespace Schematic.Api.Tests.Entitlements.Agreement;

/// <summary>Tells the server of features, plans and companies, and notes what it was told.</summary>
internal sealed class WorldBuilding(SchematicGateway gateway, ToldWorld world, Random random)
{
    private const int Companies = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task BuildAsync()
    {
        await AddCompaniesAsync();
        world.Subtypes.AddRange(["call", "export"]);
        string?[] none = [null, null];
        await AddFeaturesAsync("on", [null, null], none);
        await AddFeaturesAsync("counted", [.. world.Subtypes, world.Subtypes[0]], [null, null, null]);
        await AddFeaturesAsync("held", none, [world.Traits[0].Id, world.Traits[1].Id]);
        foreach (var isAddOn in (bool[])[false, false, true, true])
            await AddPlanAsync(isAddOn);
    }

    private async Task AddCompaniesAsync()
    {
        for (var i = 0; i < Companies; i++)
        {
            var domain = string.Create(CultureInfo.InvariantCulture, $"company-{i}.example");
            var company = (
                await gateway.Companies.UpsertAsync(
                    new UpsertCompanyRequestBody
                    {
                        Keys = new Dictionary<string, string> { ["domain"] = domain },
                        // Numbers, which every value of these traits is taken for from now on.
                        Traits = new Dictionary<string, JsonElement>
                        {
                            ["seats"] = JsonSerializer.SerializeToElement(i),
                            ["quota"] = JsonSerializer.SerializeToElement(5),
                        },
                    },
                    Cancellation
                )
            ).Data;
            var told = new ToldCompany(company.Id, domain);
            foreach (var trait in company.EntityTraits)
                told.Traits[trait.DefinitionId] = trait.Value;
            world.Companies.Add(told);
            if (i == 0)
                world.Traits.AddRange(
                    company.EntityTraits.Select(static trait => new ToldTrait(
                        trait.DefinitionId,
                        trait.Definition!.DisplayName
                    ))
                );
        }
    }

    private async Task AddFeaturesAsync(string name, IReadOnlyList<string?> subtypes, IReadOnlyList<string?> traits)
    {
        foreach (var (subtype, trait) in subtypes.Zip(traits))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{name}-{world.Features.Count}");
            var isOn = random.Next(2) == 0;
            var feature = (
                await gateway.Features.CreateAsync(
                    new CreateFeatureRequestBody
                    {
                        Name = key,
                        Description = "",
                        FeatureType =
                            subtype is not null ? FeatureType.Event
                            : trait is not null ? FeatureType.Trait
                            : FeatureType.Boolean,
                        EventSubtype = subtype,
                        TraitId = trait,
                        Flag = new CreateOrUpdateFlagRequestBody
                        {
                            Key = key,
                            Name = key,
                            Description = "",
                            FlagType = FlagType.Boolean,
                            DefaultValue = isOn,
                        },
                    },
                    Cancellation
                )
            ).Data;
            bool? standard = random.Next(3) == 0 ? !isOn : null;
            if (standard is { } value)
                await SaveRuleAsync(feature.Flags[0].Id, value);
            world.Features.Add(new ToldFeature(feature.Id, key, subtype, trait, isOn, standard));
        }
    }

    private Task SaveRuleAsync(string flagId, bool value) =>
        gateway.Flags.UpdateRulesAsync(
            flagId,
            new UpdateFlagRulesRequestBody
            {
                Rules =
                [
                    new CreateOrUpdateRuleRequestBody
                    {
                        Name = "Everybody",
                        Priority = 1,
                        Value = value,
                        Conditions = [],
                        ConditionGroups = [],
                    },
                ],
            },
            null,
            Cancellation
        );

    private async Task AddPlanAsync(bool isAddOn)
    {
        var plan = (
            await gateway.Plans.CreateAsync(
                new CreatePlanRequestBody
                {
                    Name = isAddOn ? "Add-on" : "Plan",
                    PlanType = isAddOn ? PlanType.AddOn : PlanType.Plan,
                },
                Cancellation
            )
        ).Data;
        var told = new ToldPlan(plan.Id, isAddOn);
        world.Plans.Add(told);
        var terms = new RandomTerms(world, random);
        foreach (var feature in world.Features.Where(_ => random.Next(3) > 0))
            await GiveAsync(
                told,
                feature,
                terms.For(feature, isAddOn ? EntitlementSource.AddOn : EntitlementSource.Plan)
            );
    }

    /// <summary>Adds an entitlement to the draft.</summary>
    public async Task GiveAsync(ToldPlan plan, ToldFeature feature, EntitlementTerms terms)
    {
        var given = (
            await gateway.Entitlements.CreatePlanEntitlementAsync(
                new CreatePlanEntitlementRequestBody
                {
                    PlanId = plan.Id,
                    FeatureId = feature.Id,
                    ValueType = terms.ValueType,
                    ValueBool = terms.ValueBool,
                    ValueNumeric = terms.ValueNumeric,
                    ValueTraitId = terms.ValueTraitId,
                    ValueCreditId = terms.CreditId,
                    MetricPeriod = terms.MetricPeriod,
                    MetricPeriodMonthReset = terms.MonthReset,
                },
                Cancellation
            )
        ).Data;
        plan.Draft[feature.Id] = terms with { Id = given.Id };
        plan.HasDraft = true;
    }
}
