using System.Text;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Tests.Http.Binding;

public sealed class ContractReaderTests
{
    [Theory]
    [InlineData("{}", "keys is required.", "keys")]
    [InlineData("""{"keys":[]}""", "keys must be an object whose values are each a string.", "keys")]
    [InlineData("""{"keys":{"a":1}}""", "keys.a must be a string.", "keys.a")]
    [InlineData("""{"keys":{},"name":true}""", "name must be a string.", "name")]
    [InlineData("""{"keys":{},"update_only":"yes"}""", "update_only must be true or false.", "update_only")]
    [InlineData("""{"keys":{},"remove_keys":"a"}""", "remove_keys must be a list, each item a string.", "remove_keys")]
    [InlineData("""{"keys":{},"remove_keys":["a",1]}""", "remove_keys[1] must be a string.", "remove_keys[1]")]
    public void A_body_of_the_wrong_form_is_refused_with_its_field(string json, string sentence, string field)
    {
        var refusal = Assert.Throws<ApiException>(() =>
            ContractReader.Read<UpsertCompanyRequestBody>(Encoding.UTF8.GetBytes(json))
        );

        Assert.Equal((400, sentence, field), (refusal.Status, refusal.Message, refusal.Field));
    }

    [Theory]
    [InlineData("""{"rules":[{"name":"x"}]}""", "rules[0].condition_groups")]
    [InlineData("""{"rules":[1]}""", "rules[0]")]
    [InlineData("""{"rules":{}}""", "rules")]
    public void A_record_inside_a_list_is_named_by_its_position(string json, string field) =>
        Assert.Equal(
            field,
            Assert
                .Throws<ApiException>(() =>
                    ContractReader.Read<UpdateFlagRulesRequestBody>(Encoding.UTF8.GetBytes(json))
                )
                .Field
        );

    [Fact]
    public void A_good_body_is_read_and_unknown_members_are_passed_over()
    {
        var body = ContractReader.Read<UpsertCompanyRequestBody>(
            """{"keys":{"a":"1"},"nosuch":[{}],"name":"Acme"}"""u8
        );

        Assert.Equal(("Acme", "1"), (body.Name, body.Keys["a"]));
    }
}
