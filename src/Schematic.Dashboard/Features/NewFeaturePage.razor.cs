using Schematic.Contracts.Entities;
using Schematic.Contracts.Members;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Features;

public sealed partial class NewFeaturePage : CreatePage<FeatureForm>
{
    private IReadOnlyList<string> _events = [];
    private IReadOnlyList<EntityTraitDefinitionResponseData> _traits = [];

    public override Noun Noun { get; } = new("feature", "features");

    public override AccountMemberPermission Needs => AccountMemberPermission.FeaturesEdit;

    public override string ListUrl => DashboardUrls.Features(EnvironmentId);

    private string KeyHelp =>
        string.IsNullOrWhiteSpace(Form.Model.Key) && Form.Model.FlagKey.Length > 0
            ? $"Left empty, it is {Form.Model.FlagKey}."
            : "What applications ask for.";

    private string? TraitHelp =>
        _traits.Count == 0 ? "No company has a trait yet. Send one, or add it on the page of a company." : null;

    protected override FeatureForm CreateModel() => ReadUrl<NewFeatureQuery>().ToForm();

    protected override async Task LoadAsync()
    {
        var (api, closing) = (Api, Closing);
        _traits = await Suggestions.ListAsync(
            new EntityApi(api, EntityType.Company).ListTraitDefinitionsAsync,
            closing
        );
        _events = await Suggestions.ListAsync<string>(
            async cancellationToken =>
                [
                    .. (
                        await api.Events.ListTypesAsync(new() { Limit = Page.MaxLimit }, cancellationToken)
                    ).Data.Select(static type => type.EventSubtype),
                ],
            closing
        );
    }

    protected override async Task<Created> SendAsync(FeatureForm model, CancellationToken cancellationToken)
    {
        var feature = (await Api.Features.CreateAsync(model.ToCreate(), cancellationToken)).Data;
        return new(feature.Name, DashboardUrls.Feature(EnvironmentId, feature.Id));
    }
}
