using Schematic.Api.Entities;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Tests.Entities;

public sealed class TraitDocumentTests
{
    private static readonly DateTimeOffset Created = new(2026, 11, 21, 20, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Updated = Created.AddMicroseconds(123_456_789);

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("\"quoted\" \\ back/slash")]
    [InlineData("tab\tline\nend\u001f")]
    [InlineData("<script>'&amp;'</script>")]
    [InlineData("München 東京 🚀 e\u0301")]
    [InlineData("},\"7\":[\"x\",1,2]")]
    public void What_is_written_is_read(string value)
    {
        var document = TraitDocument.FromTraits([Trait(7, value), Trait(12, "other")]);

        Assert.Equal(
            [new StoredTrait(7, value, Created, Updated), new StoredTrait(12, "other", Created, Updated)],
            TraitDocument.Read(document)
        );
    }

    [Fact]
    public void An_entity_without_traits_has_an_empty_document()
    {
        Assert.Equal(TraitDocument.Empty, TraitDocument.FromTraits([]));
        Assert.Empty(TraitDocument.Read(TraitDocument.Empty));
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(2, false)]
    [InlineData(1, false)]
    [InlineData(120, false)]
    [InlineData(7, false)]
    public void The_pattern_of_a_definition_tells_who_has_the_trait(int definitionSeq, bool has)
    {
        var document = TraitDocument.FromTraits([Trait(12, "\"7\":[\"x\"")]);

        // The pattern has no wildcards but those at its ends.
        Assert.Equal(has, document.Contains(TraitDocument.Having(definitionSeq)[1..^1], StringComparison.Ordinal));
    }

    private static TraitDetail Trait(int definitionSeq, string value) =>
        new(
            new EntityTraitDefinitionRow
            {
                Seq = definitionSeq,
                Id = "trdf_1",
                EntityType = EntityType.Company,
                Hierarchy = """["name"]""",
                DisplayName = "name",
            },
            value,
            Created,
            Updated
        );
}
