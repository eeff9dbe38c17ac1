using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;

namespace Schematic.Dashboard.Entitlements.Overrides;

/// <summary>Gives a company a value of its own for a feature; closes with the new override.</summary>
public sealed partial class NewOverrideDialog : FormDialog<OverrideForm, CompanyOverrideResponseData>
{
    private IReadOnlyList<FeatureDetailResponseData> _features = [];
    private IReadOnlyList<EntityTraitDefinitionResponseData> _traits = [];
    private OverridePreview? _preview;
    private bool _isLoaded;

    [Parameter]
    [EditorRequired]
    public string CompanyId { get; set; } = "";

    /// <summary>The feature to override; null lets the person choose.</summary>
    [Parameter]
    public string? FeatureId { get; set; }

    /// <summary>Features that the company has an override for already.</summary>
    [Parameter]
    public IReadOnlyList<string> TakenFeatureIds { get; set; } = [];

    private string? FeatureHelp =>
        _isLoaded && _features.Count == 0 ? "There is no feature without an override of this company." : null;

    protected override OverrideForm CreateModel() => new();

    protected override async Task OnInitializedAsync()
    {
        var (api, closing) = (Session.Gateway, Closing);
        var features = Suggestions.ListAsync(
            cancellationToken => KnownFeatures.AllAsync(api.Features, cancellationToken),
            closing
        );
        var traits = Suggestions.ListAsync(new EntityApi(api, EntityType.Company).ListTraitDefinitionsAsync, closing);
        _features = [.. (await features).Where(feature => !TakenFeatureIds.Contains(feature.Id))];
        _traits = await traits;
        _isLoaded = true;
        if (FeatureId is { } wanted)
            Choose(wanted);
    }

    protected override async Task<CompanyOverrideResponseData> SendAsync(
        OverrideForm model,
        CancellationToken cancellationToken
    ) => (await Session.Gateway.Entitlements.CreateOverrideAsync(model.ToCreate(CompanyId), cancellationToken)).Data;

    private void Choose(ChangeEventArgs e) => Choose(e.Value as string ?? "");

    private void Choose(string featureId)
    {
        var feature = _features.FirstOrDefault(one => one.Id == featureId);
        Form.Model.Choose(feature?.Id ?? "", feature?.FeatureType);
    }

    private Task PreviewAsync() => _preview?.LoadAsync() ?? Task.CompletedTask;
}
