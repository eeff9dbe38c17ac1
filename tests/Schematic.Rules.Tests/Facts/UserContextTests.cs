using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Rules.Lookup;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests.Facts;

public sealed class UserContextTests
{
    [Fact]
    public void A_user_has_traits_and_derived_rules()
    {
        var user = UserContext.Prepare(
            new UserFacts
            {
                Id = "user_1",
                Traits = [new TraitFact("trdf_role", ComparableKind.String, "admin")],
                DerivedRules = Derived.For("flag_1", FlagBuilder.Rule("rule_1", true)),
            }
        );

        Assert.Equal("user_1", user.UserId);
        Assert.True(user.Traits.Contains(new IdKey("trdf_role")));
        Assert.True(user.DerivedRules.Contains(new IdKey("flag_1")));
    }
}
