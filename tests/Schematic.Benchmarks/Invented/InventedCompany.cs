using System.Globalization;
using System.Text;
using System.Text.Json;
using Schematic.Contracts.Entities;

namespace Schematic.Benchmarks.Invented;

/// <summary>
/// Company number <c>n</c>: always the same for the same number, so that a client can name the keys of any company that
/// was seeded without reading it first. Two keys, five traits.
/// </summary>
internal sealed record InventedCompany
{
    private static readonly string[] Consonants =
    [
        "b",
        "d",
        "f",
        "g",
        "h",
        "k",
        "l",
        "m",
        "n",
        "p",
        "r",
        "s",
        "t",
        "v",
        "w",
        "z",
    ];
    private static readonly string[] Vowels = ["a", "e", "i", "o"];
    private static readonly string[] Forms = ["GmbH", "Ltd", "Inc", "AB", "SA", "KK", "LLC", "Oy"];
    private static readonly string[] Sectors =
    [
        "Analytics",
        "Robotics",
        "Health",
        "Logistics",
        "Energy",
        "Media",
        "Foods",
        "Mobility",
        "Textiles",
        "Optics",
        "Finance",
        "Travel",
        "Security",
        "Games",
        "Design",
        "Chemicals",
        "Marine",
        "Aerospace",
        "Insurance",
        "Farming",
        "Plastics",
        "Sensors",
        "Printing",
        "Learning",
    ];
    private static readonly string[] Industries =
    [
        "Health care",
        "Retail",
        "Manufacturing",
        "Education",
        "Public sector",
        "Software",
        "Banking",
        "Construction",
        "Telecommunications",
        "Hospitality",
        "Agriculture",
        "Transport",
    ];
    private static readonly string[] Cities =
    [
        "Berlin",
        "Hamburg",
        "München",
        "Wien",
        "Zürich",
        "Paris",
        "Lyon",
        "Madrid",
        "Lisboa",
        "Milano",
        "Praha",
        "Warszawa",
        "København",
        "Oslo",
        "Stockholm",
        "Helsinki",
        "London",
        "Dublin",
        "Boston",
        "Chicago",
        "Denver",
        "Seattle",
        "Toronto",
        "Montréal",
        "São Paulo",
        "Bogotá",
        "東京",
        "大阪",
        "Seoul",
        "Singapore",
        "Sydney",
        "Auckland",
    ];

    public required int Number { get; init; }

    /// <summary>The invented first word of the name, which few companies share.</summary>
    public required string Word { get; init; }

    public required string Sector { get; init; }

    public required string Name { get; init; }

    public required string Domain { get; init; }

    public required string CrmId { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>By name, as they are stored.</summary>
    public required IReadOnlyList<InventedTrait> Traits { get; init; }

    /// <param name="now">When it is seen last, give or take a year.</param>
    public static InventedCompany At(int number, DateTimeOffset now)
    {
        var random = new SplitMix((ulong)number);
        var word = new StringBuilder();
        for (var syllables = 3 + random.Below(2); syllables > 0; syllables--)
            word.Append(random.Of(Consonants)).Append(random.Of(Vowels));
        word[0] = char.ToUpperInvariant(word[0]);
        var sector = random.Of(Sectors);
        return new InventedCompany
        {
            Number = number,
            Word = word.ToString(),
            Sector = sector,
            Name = $"{word} {sector} {random.Of(Forms)}",
            Domain = string.Create(CultureInfo.InvariantCulture, $"{word}-{sector}-{number}.example")
                .ToLowerInvariant(),
            CrmId = string.Create(CultureInfo.InvariantCulture, $"crm-{10_000_000 + number}"),
            LastSeenAt = now.AddSeconds(-random.Below(365 * 24 * 3600)),
            Traits =
            [
                new("city", random.Of(Cities), TraitType.String),
                new(
                    "contract_start",
                    new DateOnly(2020, 1, 1)
                        .AddDays(random.Below(2500))
                        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    TraitType.Date
                ),
                new("industry", random.Of(Industries), TraitType.String),
                new("seats", random.Below(5000).ToString(CultureInfo.InvariantCulture), TraitType.Number),
                new("trial", random.Below(4) == 0 ? "true" : "false", TraitType.Boolean),
            ],
        };
    }

    /// <summary>
    /// As an SDK identifies it for the <paramref name="n"/>-th time: all keys and traits, of which seats and trial
    /// changed, and in one of ten the city, which is searched.
    /// </summary>
    public InventedCompany SeenAgain(int n, DateTimeOffset now) =>
        this with
        {
            LastSeenAt = now,
            Traits =
            [
                .. Traits.Select(trait =>
                    trait.Name switch
                    {
                        "seats" => trait with { Value = (5000 + n).ToString(CultureInfo.InvariantCulture) },
                        "trial" => trait with { Value = trait.Value == "true" ? "false" : "true" },
                        "city" when n % 10 == 0 => trait with { Value = $"New {trait.Value}" },
                        _ => trait,
                    }
                ),
            ],
        };

    /// <summary>The body of the request that makes this company.</summary>
    public byte[] ToUpsertBody()
    {
        var traits = string.Join(
            ',',
            Traits.Select(static trait =>
                $"\"{trait.Name}\":{(trait.IsText ? $"\"{JsonEncodedText.Encode(trait.Value)}\"" : trait.Value)}"
            )
        );
        return Encoding.UTF8.GetBytes(
            $$$"""{"keys":{"domain":"{{{Domain}}}","crm_id":"{{{CrmId}}}"},"name":"{{{Name}}}","last_seen_at":"{{{LastSeenAt.UtcDateTime:O}}}","traits":{{{{traits}}}}}"""
        );
    }

    // Steele, Lea and Flood, "Fast splittable pseudorandom number generators": one step from any seed is well mixed.
    private struct SplitMix(ulong state)
    {
        public T Of<T>(T[] items) => items[Below(items.Length)];

        public int Below(int end)
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)end);
        }
    }
}

internal sealed record InventedTrait(string Name, string Value, TraitType TraitType)
{
    public bool IsText => TraitType is TraitType.String or TraitType.Date;
}
