using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Companies;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleVocabularyTests
{
    private readonly RuleVocabulary _vocabulary = new();

    [Fact]
    public void What_is_not_known_is_called_by_its_id()
    {
        Assert.Equal("comp_1", _vocabulary.NameOf("comp_1"));
        Assert.Equal("trdf_1", _vocabulary.TraitName("trdf_1"));
        Assert.Equal("", _vocabulary.TraitName(null));
        Assert.False(_vocabulary.IsKnown("comp_1"));
        Assert.Null(_vocabulary.ValuesOf("trdf_1"));
        Assert.Null(_vocabulary.ValuesOf(null));
    }

    [Fact]
    public void The_version_grows_only_with_something_new()
    {
        _vocabulary.LearnName("comp_1", "Acme");
        Assert.Equal(1, _vocabulary.Version);
        _vocabulary.LearnName("comp_1", "Acme");
        Assert.Equal(1, _vocabulary.Version);

        _vocabulary.LearnName("comp_1", "Acme Inc");
        Assert.Equal((2, "Acme Inc"), (_vocabulary.Version, _vocabulary.NameOf("comp_1")));
    }

    [Fact]
    public void Traits_stand_by_name_those_of_companies_first()
    {
        _vocabulary.LearnTraits([
            CompanySamples.Definition(TraitType.String, "role") with
            {
                Id = "trdf_user_role",
                EntityType = EntityType.User,
            },
            CompanySamples.Definition(TraitType.Number, "usage", "seats"),
        ]);
        _vocabulary.LearnTraits([CompanySamples.Definition(TraitType.Boolean, "Beta")]);

        Assert.Equal(
            ["Beta", "usage.seats", "role"],
            _vocabulary.Traits.Select(trait => _vocabulary.TraitName(trait.Id))
        );
        Assert.Equal(TraitType.Boolean, _vocabulary.TypeOf("trdf_Beta"));
        Assert.Equal(TraitType.String, _vocabulary.TypeOf("trdf_unknown"));
    }

    [Fact]
    public void Events_stand_once_each_by_name()
    {
        _vocabulary.LearnEvents(["search", "Api_call", "search"]);

        Assert.Equal(["Api_call", "search"], _vocabulary.Events);
    }

    [Fact]
    public void Values_are_those_of_their_trait()
    {
        _vocabulary.LearnValues("trdf_seats", ["5", "10"]);

        Assert.Equal(["5", "10"], _vocabulary.ValuesOf("trdf_seats"));
    }

    [Fact]
    public void The_names_embedded_in_rules_are_learnt_from_their_groups_too()
    {
        var named = FlagSamples.Condition("cond_1", ConditionType.Company, "comp_1") with
        {
            Resources = [new() { Id = "comp_1", Name = "Acme" }],
        };

        _vocabulary.Learn([
            FlagSamples.Rule("rule_1", "One", 1, FlagSamples.Seats("cond_2", ComparableOperator.Gte, "5")) with
            {
                ConditionGroups = [FlagSamples.Group("cogr_1", named)],
            },
        ]);

        Assert.Equal("Acme", _vocabulary.NameOf("comp_1"));
        Assert.Equal("seats", _vocabulary.TraitName("trdf_seats"));
    }
}
