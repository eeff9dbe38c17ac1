using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Forms;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities.Keys;

namespace Schematic.Dashboard.Events;

/// <summary>An event to be sent by hand. Members are named as on the wire, so that a refusal finds its field.</summary>
public sealed class EventForm
{
    public EventType EventType { get; set; } = EventType.Track;

    /// <summary>Name of a track event.</summary>
    [StringLength(256, ErrorMessage = "Use at most 256 characters.")]
    public string Event { get; set; } = "";

    /// <summary>Keys of the company; empty rows do not count.</summary>
    public List<KeyDraft> Company { get; } = [new()];

    /// <summary>Keys of the user; empty rows do not count.</summary>
    public List<KeyDraft> User { get; } = [new()];

    /// <summary>Units of usage of a track event; null counts one.</summary>
    public long? Quantity { get; set; } = 1;

    /// <summary>A JSON object; empty for no traits.</summary>
    public string Traits { get; set; } = "";

    [StringLength(255, ErrorMessage = "Use at most 255 characters.")]
    public string IdempotencyKey { get; set; } = "";

    private bool IsTrack => EventType == EventType.Track;

    /// <summary>Returns the fields that are wrong, and what is wrong with them.</summary>
    public IEnumerable<(FieldIdentifier Field, string Wrong)> Mistakes()
    {
        if (IsTrack && string.IsNullOrWhiteSpace(Event))
            yield return (Field(nameof(Event)), "Name the event, like api_call.");
        if (IsTrack && Quantity == 0)
            yield return (Field(nameof(Quantity)), "Enter a whole number other than 0.");
        foreach (var mistake in KeyMistakes(Company).Concat(KeyMistakes(User)))
            yield return mistake;
        if (!IsTrack && Filled(User).Count == 0)
            yield return (new(User[0], nameof(KeyDraft.Name)), "Name the user by a key, like email.");
        if (IsTrack && Filled(Company).Count + Filled(User).Count == 0)
            yield return (new(Company[0], nameof(KeyDraft.Name)), "Name the company by a key, or the user below.");
        if (!TryReadTraits(out _))
            yield return (Field(nameof(Traits)), "Enter a JSON object, like {\"seats\": 25}.");
    }

    /// <summary>Makes the request. Call only if there are no mistakes.</summary>
    public CreateEventRequestBody ToContract()
    {
        TryReadTraits(out var traits);
        var (company, user) = (ToKeys(Company), ToKeys(User));
        object body = IsTrack
            ? new EventBodyTrack
            {
                Event = Event.Trim(),
                Company = company,
                User = user,
                Quantity = Quantity,
                Traits = traits,
            }
            : new EventBodyIdentify
            {
                Keys = user ?? new Dictionary<string, string>(),
                Company = company is null ? null : new() { Keys = company },
                Traits = traits,
            };
        return new()
        {
            EventType = EventType,
            Body = JsonSerializer.SerializeToElement(body, body.GetType(), WireJson.Strict),
            IdempotencyKey = IdempotencyKey.Trim() is { Length: > 0 } key ? key : null,
        };
    }

    private FieldIdentifier Field(string member) => new(this, member);

    private static IEnumerable<(FieldIdentifier Field, string Wrong)> KeyMistakes(List<KeyDraft> keys)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in Filled(keys))
        {
            if (key.NameProblem is { } nameProblem)
                yield return (new(key, nameof(key.Name)), nameProblem);
            else if (!names.Add(key.Name.Trim()))
                yield return (new(key, nameof(key.Name)), "This key is named above.");
            if (key.ValueProblem is { } valueProblem)
                yield return (new(key, nameof(key.Value)), valueProblem);
        }
    }

    private static List<KeyDraft> Filled(List<KeyDraft> keys) => keys.FindAll(static key => !key.IsEmpty);

    private static Dictionary<string, string>? ToKeys(List<KeyDraft> keys) =>
        Filled(keys) is { Count: > 0 } filled
            ? filled.ToDictionary(static key => key.Name.Trim(), static key => key.Value.Trim())
            : null;

    private bool TryReadTraits(out Dictionary<string, JsonElement>? traits)
    {
        traits = null;
        if (string.IsNullOrWhiteSpace(Traits))
            return true;
        try
        {
            traits = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Traits, WireJson.Strict);
            return traits is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
