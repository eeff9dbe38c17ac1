using System.Globalization;
using System.Text.Json;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Entities;
using Schematic.Rules.Traits;

namespace Schematic.Api.Entities;

/// <summary>One trait to set, add to, or (with neither) remove together with all traits inside it.</summary>
/// <param name="TraitType">What the definition becomes when the trait was never seen before.</param>
internal sealed record TraitChange(IReadOnlyList<string> Path, string? Value, long? Increment, TraitType TraitType)
{
    public const int MaxPerEntity = 1000;

    private const string Field = "traits";

    public string Hierarchy { get; } = TraitPath.ToText(Path);

    public static TraitChange Set(IReadOnlyList<string> path, string value) =>
        new(path, Checked(path, value), null, TypeOf(value));

    public static TraitChange Add(IReadOnlyList<string> path, long amount) => new(path, null, amount, TraitType.Number);

    /// <summary>
    /// The changes that a <c>traits</c> object asks for: nested objects become paths, <c>null</c> removes.
    /// </summary>
    public static IReadOnlyList<TraitChange> FromTraits(IReadOnlyDictionary<string, JsonElement>? traits)
    {
        var changes = new List<TraitChange>();
        foreach (var (name, value) in traits ?? new Dictionary<string, JsonElement>())
        {
            try
            {
                Flatten([name], value, changes);
            }
            catch (ApiException refusal) when (refusal.Field is null)
            {
                throw refusal.About(FieldPath.Entry(Field, name));
            }
        }

        if (changes.Count > MaxPerEntity)
            throw ApiProblem.BadRequest(
                $"traits has {changes.Count} values; at most {MaxPerEntity} fit one company or user.",
                Field
            );
        return changes;
    }

    /// <summary>The trait's value after adding <see cref="Increment"/> to <paramref name="current"/>.</summary>
    public string AddTo(string? current)
    {
        if (current is null or "")
            return Increment!.Value.ToString(CultureInfo.InvariantCulture);
        if (!decimal.TryParse(current, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            throw ApiProblem.BadRequest(
                $"The trait \"{ApiProblem.Shorten(TraitPath.Dotted(Path))}\" holds \"{ApiProblem.Shorten(current)}\", which is not a number. Set it before adding to it.",
                "incr"
            );
        try
        {
            return (number + Increment!.Value).ToString(CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            throw ApiProblem.BadRequest(
                $"The trait \"{ApiProblem.Shorten(TraitPath.Dotted(Path))}\" would grow beyond what a number can hold.",
                "incr"
            );
        }
    }

    private static void Flatten(IReadOnlyList<string> path, JsonElement value, List<TraitChange> changes)
    {
        if (path[^1].Length == 0 || TextLength.IsOver(path[^1], TraitPath.MaxStepLength))
            throw ApiProblem.BadRequest(
                $"traits: a trait's name must have 1 to {TraitPath.MaxStepLength} characters.",
                FieldOf(path.SkipLast(1))
            );
        if (path.Count > TraitPath.MaxSteps)
            throw ApiProblem.BadRequest(
                $"traits: \"{ApiProblem.Shorten(path[0])}\" holds more than {TraitPath.MaxSteps} objects within each other.",
                FieldPath.Entry(Field, path[0])
            );
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    Flatten([.. path, member.Name], member.Value, changes);
                break;
            case JsonValueKind.Null:
                changes.Add(new TraitChange(path, null, null, TraitType.String));
                break;
            case JsonValueKind.String:
                changes.Add(Set(path, value.GetString()!));
                break;
            case JsonValueKind.Number:
                changes.Add(new TraitChange(path, Checked(path, value.GetRawText()), null, TraitType.Number));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                changes.Add(new TraitChange(path, value.GetRawText(), null, TraitType.Boolean));
                break;
            default:
                changes.Add(new TraitChange(path, Checked(path, value.GetRawText()), null, TraitType.String));
                break;
        }
    }

    private static string Checked(IReadOnlyList<string> path, string value) =>
        TextLength.IsOver(value, TraitDocument.MaxValueLength)
            ? throw ApiProblem.BadRequest(
                $"traits: the value of \"{ApiProblem.Shorten(TraitPath.Dotted(path))}\" is longer than {TraitDocument.MaxValueLength} characters.",
                FieldOf(path)
            )
            : value;

    private static string FieldOf(IEnumerable<string> path) => path.Aggregate(Field, FieldPath.Entry);

    private static TraitType TypeOf(string text) =>
        TraitInference.FromText(text) switch
        {
            TraitKind.Date => TraitType.Date,
            TraitKind.Url => TraitType.Url,
            _ => TraitType.String,
        };
}
