using Schematic.Contracts.Entities;
using Schematic.Contracts.Members;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Entities;

/// <summary>
/// A page that creates a company or a user: suggests keys and traits, and names the owners of keys that are taken.
/// </summary>
public abstract class NewEntityPage : CreatePage<EntityDraft>
{
    protected IReadOnlyList<string> KeyNames { get; private set; } = [];

    protected IReadOnlyList<EntityTraitDefinitionResponseData> TraitDefinitions { get; private set; } = [];

    /// <summary>To whom the refused keys belong.</summary>
    protected IReadOnlyList<KeyOwner> Owners { get; private set; } = [];

    public override Noun Noun => EntityWords.GetNoun(Type);

    public override AccountMemberPermission Needs => EntityWords.Needs(Type);

    protected abstract EntityType Type { get; }

    /// <summary>The company a new user belongs to from the start; null for none.</summary>
    protected virtual string? CompanyId => null;

    private EntityApi Entities => new(Api, Type);

    protected override EntityDraft CreateModel() => ReadUrl<NewEntityQuery>().ToDraft(Type);

    protected override async Task LoadAsync()
    {
        var (entities, closing) = (Entities, Closing);
        KeyNames = await Suggestions.ListAsync(entities.ListKeyNamesAsync, closing);
        TraitDefinitions = await Suggestions.ListAsync(entities.ListTraitDefinitionsAsync, closing);
    }

    protected override async Task<Created> SendAsync(EntityDraft model, CancellationToken cancellationToken)
    {
        Owners = [];
        var entities = Entities;
        try
        {
            var entity = await entities.CreateAsync(model, CompanyId, cancellationToken);
            return new(entity.Name, EntityWords.Url(EnvironmentId, Type, entity.Id));
        }
        catch (GatewayException refusal) when (refusal.IsConflict)
        {
            Owners = await entities.OwnersAsync(model.ToKeys(), exceptId: null, cancellationToken);
            throw;
        }
    }
}
