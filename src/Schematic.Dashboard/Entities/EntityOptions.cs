using Schematic.Contracts.Entities;
using Schematic.Contracts.Search;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Gateway;

namespace Schematic.Dashboard.Entities;

/// <summary>Finds companies or users for a field that chooses one: by any key or id, and by part of any text.</summary>
internal sealed class EntityOptions(SchematicGateway gateway, EntityType type)
{
    private const int Most = 20;

    /// <summary>Exact matches come first, marked with their keys; the newest of all for no text.</summary>
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

    /// <summary>Only exact matches: by id, or by the value of any key.</summary>
    public async Task<IReadOnlyList<SearchHitResponseData>> FindNamedAsync(
        string text,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await gateway.Search.FindEntitiesAsync(text, cancellationToken)).Where(hit =>
                ExactSearch.TypeOf(hit) == type
            ),
        ];

    private static string? KeyOf(Entity entity) => entity.Keys is [var key, ..] ? key.Value : null;
}
