using Schematic.Contracts.Entities;
using Schematic.Contracts.Search;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Gateway;

namespace Schematic.Dashboard.Entities;

/// <summary>Finds companies or users for a field that chooses one: by any key or id, and by part of any text.</summary>
internal sealed class EntityOptions(SchematicGateway gateway, EntityType type)
{
    private const int Most = 20;

    /// <summary>What is named exactly, first and marked with the keys; the newest of all for no text.</summary>
    public async Task<IReadOnlyList<ComboboxOption>> FindAsync(string text, CancellationToken cancellationToken)
    {
        IReadOnlyList<SearchHitResponseData> named =
            text.Length == 0 ? [] : await FindNamedAsync(text, cancellationToken);
        var others = await new EntityApi(gateway, type).SearchAsync(text, Most, cancellationToken);
        return
        [
            .. named
                .Select(static hit => new ComboboxOption(
                    hit.Id,
                    hit.Name,
                    hit.Key,
                    $"Exact: {string.Join(", ", hit.MatchedKeys)}"
                ))
                .Concat(others.Select(static other => new ComboboxOption(other.Id, other.Name, KeyOf(other))))
                .DistinctBy(static option => option.Value),
        ];
    }

    /// <summary>Those with this id, or with this value in any key; <c>domain=acme.com</c> asks for one key.</summary>
    public async Task<IReadOnlyList<SearchHitResponseData>> FindNamedAsync(
        string text,
        CancellationToken cancellationToken
    )
    {
        var found = await FindAsync(new SearchQuery { Q = text, Exact = true }, cancellationToken);
        return found.Count == 0 && KeyText.Split(text) is var (name, value)
            ? await FindAsync(new SearchQuery { Q = value, Key = name }, cancellationToken)
            : found;
    }

    private async Task<IReadOnlyList<SearchHitResponseData>> FindAsync(
        SearchQuery query,
        CancellationToken cancellationToken
    )
    {
        var kind = type == EntityType.User ? SearchKind.User : SearchKind.Company;
        return [.. (await gateway.Search.FindAsync(query, cancellationToken)).Data.Where(hit => hit.Kind == kind)];
    }

    private static string? KeyOf(Entity entity) => entity.Keys is [var key, ..] ? key.Value : null;
}
