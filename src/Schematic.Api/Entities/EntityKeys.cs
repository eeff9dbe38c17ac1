using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>Rules of keys that need no database.</summary>
internal static class EntityKeys
{
    /// <summary>The key that every entity has without saying so: its Schematic id.</summary>
    public const string IdKey = "id";

    public const int MaxNameLength = 256;
    public const int MaxPerEntity = 1000;

    public static string Noun(EntityType entityType) => entityType == EntityType.Company ? "company" : "user";

    public static string IdPrefix(EntityType entityType) => entityType == EntityType.Company ? "comp" : "user";

    /// <param name="field">The member that holds them; see <see cref="FieldPath"/>.</param>
    public static void Check(IReadOnlyDictionary<string, string> keys, string field)
    {
        foreach (var (name, value) in keys)
        {
            if (name.Length == 0 || TextLength.IsOver(name, MaxNameLength))
                throw ApiProblem.BadRequest($"keys: a key's name must have 1 to {MaxNameLength} characters.", field);
            if (value.Length == 0)
                throw ApiProblem.BadRequest(
                    $"keys: the value of \"{name}\" is empty. Leave the key out, or give its value.",
                    FieldPath.Entry(field, name)
                );
        }
    }

    /// <summary>Keys as a person reads them in a sentence: <c>domain "acme.com", crm_id "42"</c>.</summary>
    public static string Describe(IReadOnlyDictionary<string, string> keys) =>
        string.Join(
            ", ",
            keys.Take(5).Select(key => $"{ApiProblem.Shorten(key.Key)} \"{ApiProblem.Shorten(key.Value)}\"")
        );
}
