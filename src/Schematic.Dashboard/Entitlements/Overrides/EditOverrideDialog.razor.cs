using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;

namespace Schematic.Dashboard.Entitlements.Overrides;

/// <summary>Changes an override, or adds a note to it; closes with what the API made of it.</summary>
public sealed partial class EditOverrideDialog : EditDialog<OverrideForm, CompanyOverrideResponseData>
{
    private IReadOnlyList<EntityTraitDefinitionResponseData> _traits = [];
    private OverridePreview? _preview;

    [Parameter]
    [EditorRequired]
    public CompanyOverrideResponseData Override { get; set; } = default!;

    protected override CompanyOverrideResponseData Opened => Override;

    protected override string Mine => OverrideWords.Describe(Form.Model.ToValue(Stored, _traits), Form.Model.ExpiresAt);

    protected override OverrideForm CreateModel() => OverrideForm.From(Stored);

    protected override async Task OnInitializedAsync()
    {
        var traits = Suggestions.ListAsync(
            new EntityApi(Session.Gateway, EntityType.Company).ListTraitDefinitionsAsync,
            Closing
        );
        await base.OnInitializedAsync();
        _traits = await traits;
    }

    protected override string Describe(CompanyOverrideResponseData stored) => OverrideWords.Describe(stored);

    protected override Task<Envelope<CompanyOverrideResponseData>> GetAsync(CancellationToken cancellationToken) =>
        Session.Gateway.Entitlements.GetOverrideAsync(Override.Id, cancellationToken);

    protected override async Task<CompanyOverrideResponseData> SaveAsync(
        OverrideForm model,
        string? tag,
        CancellationToken cancellationToken
    ) =>
        (
            await Session.Gateway.Entitlements.UpdateOverrideAsync(
                Override.Id,
                model.ToUpdate(Stored),
                tag,
                cancellationToken
            )
        ).Data;

    private Task PreviewAsync() => _preview?.LoadAsync() ?? Task.CompletedTask;
}
