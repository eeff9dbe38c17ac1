using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;

namespace Schematic.Api.Tests.Plans;

/// <summary>Audiences of plans, and companies that come and go by them.</summary>
public abstract class AudienceTopic(ApiFixture api) : PlanTopic(api)
{
    protected async Task<EntityTraitDefinitionResponseData> NewTraitAsync() =>
        (
            await Production.Entities.GetOrCreateTraitDefinitionAsync(
                new CreateEntityTraitDefinitionRequestBody
                {
                    EntityType = EntityType.Company,
                    Hierarchy = [Unique("trait")],
                    TraitType = TraitType.String,
                },
                Cancellation
            )
        ).Data;

    protected static CreateOrUpdateConditionRequestBody TraitIs(
        EntityTraitDefinitionResponseData trait,
        string value
    ) =>
        new()
        {
            ConditionType = ConditionType.Trait,
            Operator = ComparableOperator.Eq,
            ResourceIds = [],
            TraitId = trait.Id,
            TraitValue = value,
        };

    protected static PlanAudienceRequestBody Audience(params CreateOrUpdateConditionRequestBody[] conditions) =>
        new() { Conditions = conditions, ConditionGroups = [] };

    protected async Task<PlanAudienceResponseData> AudienceAsync(
        string planId,
        params CreateOrUpdateConditionRequestBody[] conditions
    ) => (await Production.Plans.UpdateAudienceAsync(planId, Audience(conditions), null, null, Cancellation)).Data;

    protected async Task SetTraitAsync(string companyId, EntityTraitDefinitionResponseData trait, string value) =>
        await Production.Companies.UpsertTraitAsync(
            new UpsertTraitRequestBody
            {
                Keys = new Dictionary<string, string> { ["id"] = companyId },
                Trait = trait.Hierarchy[0],
                Set = value,
            },
            Cancellation
        );

    /// <summary>Waits until a company has exactly these plans and add-ons.</summary>
    protected Task HasPlansAsync(string companyId, params string[] planIds) =>
        Poll.UntilAsync(
            $"the plans {string.Join(", ", planIds)}",
            TimeSpan.FromSeconds(5),
            async () =>
            {
                var held = await PlansOfAsync(companyId);
                return held.Order().SequenceEqual(planIds.Order()) ? null : string.Join(", ", held);
            },
            Cancellation
        );

    protected async Task<IReadOnlyList<string>> PlansOfAsync(string companyId)
    {
        var company = (await Production.Companies.GetAsync(companyId, Cancellation)).Data;
        return
        [
            .. company
                .AddOns.Select(addOn => addOn.Id)
                .Concat(company.Plan is { } plan ? [plan.Id] : Array.Empty<string>()),
        ];
    }

    protected async Task<PlanChangeResponseData> LastChangeAsync(string companyId) =>
        (
            await Production.Plans.ListChangesAsync(
                new PlanChangesQuery { CompanyIds = [companyId], Limit = 1 },
                Cancellation
            )
        ).Data[0];
}
