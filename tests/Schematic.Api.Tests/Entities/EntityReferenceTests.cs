using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Tests.Entities;

public sealed class EntityReferenceTests
{
    [Fact]
    public void The_pseudo_key_is_the_id_and_no_key()
    {
        var named = EntityReference.FromKeys(
            EntityType.User,
            new Dictionary<string, string> { ["id"] = "user_1", ["email"] = "a@b.example" }
        );

        Assert.Equal((EntityType.User, "user_1"), (named.EntityType, named.Id));
        Assert.Equal(["email"], named.Keys.Keys);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("user_1", null, "user_1")]
    [InlineData(null, "user_1", "user_1")]
    [InlineData("user_1", "user_1", "user_1")]
    public void An_id_may_be_said_in_either_place(string? id, string? pseudo, string? expected) =>
        Assert.Equal(expected, EntityReference.FromKeys(EntityType.User, Keys(pseudo), id).Id);

    [Fact]
    public void Two_ids_name_nobody() =>
        Assert.Equal(
            400,
            Assert
                .Throws<ApiException>(() => EntityReference.FromKeys(EntityType.User, Keys("user_2"), "user_1"))
                .Status
        );

    [Fact]
    public void A_change_names_whom_it_is_about_in_the_same_way()
    {
        var change = EntityChange.For(EntityType.Company, Keys("comp_1"));

        Assert.Equal((EntityType.Company, "comp_1"), (change.EntityType, change.Id));
        Assert.Empty(change.Keys);
    }

    private static Dictionary<string, string> Keys(string? pseudo) => pseudo is null ? [] : new() { ["id"] = pseudo };
}
