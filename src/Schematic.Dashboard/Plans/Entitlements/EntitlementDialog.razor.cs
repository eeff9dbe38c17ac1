using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Entities.Traits;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Plans.Pricing;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Plans.Entitlements;

/// <summary>
/// Adds an entitlement to a plan, or changes one; closes with what the API made of it, which is always in the draft.
/// </summary>
public sealed partial class EntitlementDialog : EditDialog<EntitlementForm, PlanEntitlementResponseData>
{
    private IReadOnlyList<FeatureDetailResponseData> _features = [];
    private IReadOnlyList<EntityTraitDefinitionResponseData> _traits = [];
    private bool _isLoading = true;

    [Parameter]
    [EditorRequired]
    public PlanDetailResponseData Plan { get; set; } = default!;

    /// <summary>The one to change; null to add one.</summary>
    [Parameter]
    public PlanEntitlementResponseData? Entitlement { get; set; }

    /// <summary>Ids of the features that the plan gives already.</summary>
    [Parameter]
    public IReadOnlySet<string>? Given { get; set; }

    protected override PlanEntitlementResponseData Opened => Entitlement!;

    protected override bool IsNew => Entitlement is null;

    protected override string Mine => EntitlementTerms.Describe(Form.Model, Units, TraitName);

    private FeatureUnits Units =>
        Entitlement is not null ? FeatureUnits.From(Entitlement.Feature)
        : _features.FirstOrDefault(feature => feature.Id == Form.Model.FeatureId) is { } chosen
            ? FeatureUnits.From(chosen)
        : FeatureUnits.From((FeatureResponseData?)null);

    private string FeatureName =>
        Entitlement is not null
            ? EntitlementTerms.Name(Entitlement)
            : _features.FirstOrDefault(feature => feature.Id == Form.Model.FeatureId)?.Name ?? Form.Model.FeatureId;

    private string SaveText => Plan.DraftVersion is null ? "Save in a draft" : "Save";

    private string Restated =>
        PlanSentence.For(Form.Model.ToValue(Units, TraitName), FeatureName, Plan.Name, companies: null);

    private string? TraitName =>
        TraitOptions.FirstOrDefault(trait => trait.Id == Form.Model.ValueTraitId) is { } trait
            ? TraitPath.Dotted(trait.Hierarchy)
            : null;

    // The trait that is stored is always among the choices, so that the field shows it.
    private IEnumerable<EntityTraitDefinitionResponseData> TraitOptions =>
        Entitlement?.ValueTrait is { } stored && _traits.All(trait => trait.Id != stored.Id)
            ? _traits.Prepend(stored)
            : _traits;

    private string? TraitHelp =>
        Form.Model.PriceBehavior == EntitlementPriceBehavior.PayInAdvance
            ? "It holds the quantity that a company has bought."
            : "A company without it has a limit of 0.";

    private string? FeatureHelp =>
        !_isLoading && _features.Count == 0 ? "Every feature is given already, or there is none yet." : null;

    private string? PeriodHelp =>
        PeriodChoice.Find(Form.Model.MetricPeriod) is { } choice
            ? EntitlementWords.Reset(choice.Period, choice.Reset)
            : null;

    private IReadOnlyList<EntitlementPriceBehavior?> PriceBehaviors => EntitlementChoices.PriceBehaviors(Form.Model);

    private IReadOnlyList<EntitlementValueType> ValueTypes => EntitlementChoices.ValueTypes(Form.Model);

    private string PriceValue => ToValue(Form.Model.PriceBehavior);

    private string PriceHelp => EntitlementChoices.Explanation(Form.Model.PriceBehavior);

    protected override EntitlementForm CreateModel() => IsNew ? new() : EntitlementFormMapping.FromContract(Stored);

    protected override string Describe(PlanEntitlementResponseData stored) => EntitlementTerms.Describe(stored);

    protected override Task<Envelope<PlanEntitlementResponseData>> GetAsync(CancellationToken cancellationToken) =>
        Session.Gateway.Entitlements.GetPlanEntitlementAsync(Opened.Id, cancellationToken);

    protected override async Task OnInitializedAsync()
    {
        var (api, closing) = (Session.Gateway, Closing);
        await base.OnInitializedAsync();
        if (IsNew)
            _features = await Suggestions.ListAsync(
                cancellationToken => EntitlementChoices.ListFeaturesAsync(api.Features, Given, cancellationToken),
                closing
            );
        _isLoading = false;
        StateHasChanged();
        _traits = EntitlementChoices.NumbersAmong(
            await Suggestions.ListAsync(new EntityApi(api, EntityType.Company).ListTraitDefinitionsAsync, closing)
        );
    }

    protected override async Task<PlanEntitlementResponseData> SaveAsync(
        EntitlementForm model,
        string? tag,
        CancellationToken cancellationToken
    )
    {
        var entitlements = Session.Gateway.Entitlements;
        try
        {
            var saved = IsNew
                ? await entitlements.CreatePlanEntitlementAsync(model.ToCreate(Plan.Id), cancellationToken)
                : await entitlements.UpdatePlanEntitlementAsync(Opened.Id, model.ToUpdate(), tag, cancellationToken);
            return saved.Data;
        }
        catch (GatewayException refusal)
            when (refusal.Field?.StartsWith(PriceDrafts.Field, StringComparison.Ordinal) == true)
        {
            model.PriceMistakes = [new(refusal.Field, refusal.Message)];
            throw;
        }
    }

    private static string ToValue(EntitlementPriceBehavior? behavior) =>
        behavior is { } known ? WireEnum<EntitlementPriceBehavior>.ToWire(known) : "";

    private void ChooseFeature(string? id)
    {
        if (_features.FirstOrDefault(feature => feature.Id == id) is { } chosen)
            Form.Model.ChooseFeature(chosen.Id, chosen.FeatureType);
        else
            Form.Model.FeatureId = "";
        Form.EditContext.NotifyFieldChanged(Form.EditContext.Field(nameof(EntitlementForm.FeatureId)));
    }

    private void ChoosePrice(string? value) =>
        Form.Model.ChoosePriceBehavior(
            WireEnum<EntitlementPriceBehavior>.TryParse(value ?? "", out var behavior) ? behavior : null
        );

    private string TypeTitle(EntitlementValueType type) => EntitlementChoices.Title(type, Form.Model.PriceBehavior);
}
